package io.otpstream.app.deadletters;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Puts letters back, each at most once: its return and the mark that tells of it are one transaction. All replays have the
 * same transactional id, and the marks are read after the producer was initialised. Whoever comes later therefore knows of
 * everything that was committed before, and whoever came before can't commit any more. For one thread.
 */
public final class Replay {

    private static final String TRANSACTIONAL_ID = "otpstream-dead-letters-replay";

    /** Letters may be 2 MB large, and are held until their transaction is committed. */
    private static final int LETTERS_PER_TRANSACTION = 20;

    private final Cluster cluster;
    private final ReplayOrder order;

    public Replay(Cluster cluster, ReplayOrder order) {
        this.cluster = cluster;
        this.order = order;
    }

    /** What {@link #run} would do by now. Throws Kafka's own exceptions. */
    public List<ReplayStep> preview() {
        return order.plan(LetterBox.read(cluster));
    }

    /**
     * Does it.
     *
     * @param each is told what was done, once it is committed
     * @throws org.apache.kafka.common.errors.ProducerFencedException when another replay has begun; what was told stays done.
     *     Otherwise Kafka's own exceptions: whether the last letters were put back is then known to the topic alone, and
     *     the same again does what was left
     */
    public void run(Consumer<ReplayStep> each) {
        Set<String> topics = new HashSet<>(ReplayOrder.targets(preview()));
        topics.add(Topics.DEAD_LETTERS.name());
        try (Producer<byte[], byte[]> producer = cluster.transactionalProducer(TRANSACTIONAL_ID, topics)) {
            producer.initTransactions();
            // Marks of the replay before may lie behind what a pipeline has not committed yet.
            List<ReplayStep> plan = order.plan(LetterBox.readAll(cluster));
            plan.stream().filter(step -> !(step instanceof ReplayStep.PutBack)).forEach(each);
            new Carrier(producer, plan, each).carry();
        }
    }

    /** Takes letters from their topic to others. */
    private final class Carrier {

        private final Producer<byte[], byte[]> producer;
        private final Consumer<ReplayStep> each;
        private final Map<LetterId, ReplayStep.PutBack> planned = new HashMap<>();
        private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();

        Carrier(Producer<byte[], byte[]> producer, List<ReplayStep> plan, Consumer<ReplayStep> each) {
            this.producer = producer;
            this.each = each;
            plan.forEach(step -> {
                if (step instanceof ReplayStep.PutBack putBack) {
                    planned.put(putBack.id(), putBack);
                }
            });
        }

        void carry() {
            if (planned.isEmpty()) {
                return;
            }
            try (TopicReader reader = cluster.readerOf(StartAt.BEGINNING, List.of(Topics.DEAD_LETTERS.name()))) {
                reader.readWholeToEnd(this::take);
            }
            commit();
            // Deleted by age since the plan was made.
            planned.keySet().stream().sorted().map(ReplayStep.Missing::new).forEach(each);
        }

        private void take(ConsumerRecord<byte[], byte[]> letter) {
            if (planned.containsKey(LetterBox.idOf(letter))) {
                batch.add(letter);
            }
            if (batch.size() == LETTERS_PER_TRANSACTION) {
                commit();
            }
        }

        private void commit() {
            if (batch.isEmpty()) {
                return;
            }
            List<ReplayStep> done = new ArrayList<>();
            producer.beginTransaction();
            for (ConsumerRecord<byte[], byte[]> letter : batch) {
                ReplayStep.PutBack step = planned.remove(LetterBox.idOf(letter));
                if (step != null) {
                    send(asItWas(letter, step.to()));
                    send(ReplayMark.behind(letter, step.to()));
                    done.add(step);
                }
            }
            producer.commitTransaction();
            batch.clear();
            done.forEach(each);
        }

        private void send(ProducerRecord<byte[], byte[]> record) {
            // Committing throws if this fails.
            var unused = producer.send(record);
        }
    }

    /** Without the headers that the letter got on its way to the dead letters, and where its key belongs. */
    private static ProducerRecord<byte[], byte[]> asItWas(ConsumerRecord<byte[], byte[]> letter, String to) {
        Headers headers = new RecordHeaders(letter.headers());
        DeadLetterHeaders.removeFrom(headers);
        return new ProducerRecord<>(to, null, letter.key(), letter.value(), headers);
    }
}
