package io.otpstream.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RecordSenderTest {

    private static final Serializer<VerificationCommand> VALUES =
            Topics.COMMANDS.valueSerde().serializer();
    private static final List<Outgoing<VerificationCommand>> THREE = Stream.of("a", "b", "c")
            .map(id -> new Outgoing<>(id, VerificationCommand.withdraw()))
            .toList();

    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void allThatArriveAreCountedAndKeyedByRequest() {
        MockProducer<String, VerificationCommand> producer =
                new MockProducer<>(true, null, new StringSerializer(), VALUES);

        SendReport report = send(producer);

        assertThat(report).isEqualTo(new SendReport(3, List.of(), ""));
        assertThat(acknowledged).hasValue(3);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
        assertThat(producer.history()).extracting(ProducerRecord::topic).containsOnly("verification.commands");
    }

    @Test
    void aRecordThatIsNotAcknowledgedIsNamedAndNoOtherIsBegun() {
        MockProducer<String, VerificationCommand> producer =
                new MockProducer<>(false, null, new StringSerializer(), VALUES) {
                    @Override
                    public synchronized Future<RecordMetadata> send(
                            ProducerRecord<String, VerificationCommand> record, Callback callback) {
                        var answer = super.send(record, callback);
                        if (record.key().equals("a")) {
                            completeNext();
                        } else {
                            errorNext(new TimeoutException("no leader"));
                        }
                        return answer;
                    }
                };

        SendReport report = send(producer);

        assertThat(report).isEqualTo(new SendReport(1, List.of("b", "c"), "no leader"));
        assertThat(acknowledged).hasValue(1);
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void aRecordThatTheProducerDoesNotTakeIsNamedToo() {
        MockProducer<String, VerificationCommand> producer =
                new MockProducer<>(true, null, new StringSerializer(), VALUES);
        producer.sendException = new RecordTooLargeException("too large");

        assertThat(send(producer)).isEqualTo(new SendReport(0, List.of("a", "b", "c"), "too large"));
    }

    @Test
    void nothingIsBegunOnceItIsStopped() {
        MockProducer<String, VerificationCommand> producer =
                new MockProducer<>(true, null, new StringSerializer(), VALUES);

        SendReport report = new RecordSender<>(producer, Topics.COMMANDS)
                .send(THREE, acknowledged::incrementAndGet, () -> acknowledged.get() == 2);

        assertThat(report).isEqualTo(new SendReport(2, List.of("c"), ""));
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b");
    }

    private SendReport send(MockProducer<String, VerificationCommand> producer) {
        return new RecordSender<>(producer, Topics.COMMANDS).send(THREE, acknowledged::incrementAndGet);
    }
}
