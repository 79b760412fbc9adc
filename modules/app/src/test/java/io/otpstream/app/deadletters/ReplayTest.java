package io.otpstream.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaFixture.class)
class ReplayTest {

    private final Cluster cluster;

    /** Gives up long before the broker ends the open transaction. */
    private final Cluster impatient;

    ReplayTest(KafkaCluster kafka) {
        kafka.createTopics();
        cluster = Cluster.of(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        impatient = Cluster.of(Map.of("bootstrap.servers", kafka.bootstrapServers(), "default.api.timeout.ms", 3_000));
    }

    /** Behind an open transaction lies what a replay before has committed, and no reader of committed records sees it. */
    @Test
    void aMarkBehindAnOpenTransactionIsWaitedForAndNotMissed() throws Exception {
        ReplayOrder order = new ReplayOrder(Set.of(new LetterId(0, 0)), letter -> false, null, false);
        try (Producer<byte[], byte[]> pipeline = cluster.transactionalProducer("a-pipeline");
                Producer<byte[], byte[]> formerReplay = cluster.transactionalProducer("the-replay-before")) {
            pipeline.initTransactions();
            formerReplay.initTransactions();
            ProducerRecord<byte[], byte[]> letter = letter();
            commit(pipeline, letter);
            pipeline.beginTransaction();
            pipeline.send(letter()).get();
            commit(formerReplay, ReplayMark.behind(lying(letter), Topics.COMMANDS.name()));

            assertThatThrownBy(() -> new Replay(impatient, order).run(step -> {}))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("although there is more to read");

            pipeline.abortTransaction();
        }
        List<ReplayStep> steps = new ArrayList<>();
        new Replay(cluster, order).run(steps::add);
        assertThat(steps).containsExactly(new ReplayStep.Done(new LetterId(0, 0)));
    }

    private static void commit(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record)
            throws Exception {
        producer.beginTransaction();
        producer.send(record).get();
        producer.commitTransaction();
    }

    private static ProducerRecord<byte[], byte[]> letter() {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS.name(), 0, bytes("r1"), bytes("{}"));
        new DeadLetterHeaders(Topics.COMMANDS.name(), 3, 70, "it is no command", null).writeTo(letter.headers());
        return letter;
    }

    private static ConsumerRecord<byte[], byte[]> lying(ProducerRecord<byte[], byte[]> letter) {
        return Letters.written(letter, 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
