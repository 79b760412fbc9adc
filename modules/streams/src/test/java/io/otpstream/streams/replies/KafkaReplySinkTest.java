package io.otpstream.streams.replies;

import static io.otpstream.streams.replies.Samples.LOOK;
import static io.otpstream.streams.replies.Samples.SENT_AT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.JsonSerde;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Event;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaReplySinkTest {

    private static final int LARGEST = 256 * 1024;

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ReliableProducer producer = new ReliableProducer(kafka);
    private final KafkaReplySink sink = new KafkaReplySink(producer);

    @AfterEach
    void stop() {
        producer.close(Duration.ofSeconds(10));
    }

    @Test
    void aReplyGoesToThePartitionThatWaitsForIt() {
        Reply reply = look(found("Your code is 847291"));
        ProducerRecord<byte[], byte[]> sent = send(reply);
        assertThat(sent.topic()).isEqualTo("otpstream.replies");
        assertThat(sent.partition()).isEqualTo(4);
        assertThat(sent.key()).isEqualTo("r1".getBytes(UTF_8));
        assertThat(read(sent)).isEqualTo(reply);
    }

    @Test
    void anAnswerAsLargeAsItMayBeIsPassedOn() {
        int frame = send(look(found(""))).value().length;
        Reply reply = look(found("x".repeat(LARGEST - frame)));
        ProducerRecord<byte[], byte[]> sent = send(reply);
        assertThat(sent.value()).hasSize(LARGEST);
        assertThat(read(sent)).isEqualTo(reply);

        ProducerRecord<byte[], byte[]> tooLarge = send(look(found("x".repeat(LARGEST - frame + 1))));
        assertThat(tooLarge.value()).hasSizeLessThan(1_000);
    }

    @Test
    void anAnswerThatNoBrokerTakesIsAnUnreadableOne() {
        Event event = Replies.toEvent(read(send(look(found("847291 ".repeat(LARGEST))))));
        assertThat(event).isInstanceOfSatisfying(Event.LookAnswered.class, answered -> assertThat(answered.result())
                .isInstanceOfSatisfying(ApiResult.Failure.class, failure -> assertThat(failure.error())
                        .isInstanceOf(ApiError.Unreadable.class)));
        assertThat(event.toString()).doesNotContain("847291");
    }

    @Test
    void isBehindWhileARecordWaitsForLong() {
        assertThat(sink.isBehind()).isFalse();
        sink.send(4, "r1", Replies.marker("m1"));
        await().until(sink::isBehind);
        assertThat(kafka.completeNext()).isTrue();
        assertThat(sink.isBehind()).isFalse();
    }

    private ProducerRecord<byte[], byte[]> send(Reply reply) {
        int before = kafka.history().size();
        sink.send(4, "r1", reply);
        await().until(() -> kafka.history().size() > before);
        return kafka.history().getLast();
    }

    private static Reply look(Order order) {
        return Replies.of(LOOK, new ApiResult.Success<>(order), SENT_AT);
    }

    private static Order found(String message) {
        return new Order("o1", null, OrderStatus.COMPLETED, "847291", message, null, null);
    }

    private static Reply read(ProducerRecord<byte[], byte[]> sent) {
        return JsonSerde.of(Reply.class).deserializer().deserialize(sent.topic(), sent.value());
    }
}
