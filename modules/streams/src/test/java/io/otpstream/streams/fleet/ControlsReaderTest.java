package io.otpstream.streams.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.streams.calls.OperatorWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an instance makes of what lies on the topic of controls. */
class ControlsReaderTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant WRITTEN = T.plusMillis(7);
    private static final OrdersPaused PAUSE = OrdersPaused.of(T, "ada", "an outage");
    private static final OperatorWord STOP = new OperatorWord.Stop(T, "ada", "an outage");
    private static final OperatorWord GO = new OperatorWord.Go();
    private static final OperatorWord UNHEARD = new OperatorWord.Unheard();

    private final List<OperatorWord> heard = new ArrayList<>();
    private final ControlsReader reader = new ControlsReader("otpstream", heard::add);

    @Test
    void nothingIsKnownBeforeAllIsRead() {
        reader.read(record("otpstream", null));
        reader.read(record("otpstream", bytes(PAUSE)));
        assertThat(heard).containsExactly(UNHEARD);

        reader.wholeRead();

        assertThat(heard).containsExactly(UNHEARD, STOP);
    }

    @Test
    void withoutAWordOrdersArePlaced() {
        reader.wholeRead();

        assertThat(heard).containsExactly(UNHEARD, GO);
    }

    @Test
    void whatIsSaidLaterIsPassedOnAtOnce() {
        reader.wholeRead();
        reader.read(record("otpstream", bytes(PAUSE)));
        reader.read(record("otpstream", null));

        assertThat(heard).containsExactly(UNHEARD, GO, STOP, GO);
    }

    @Test
    void anotherApplicationIsNoneOfOurs() {
        reader.read(record("otpstream-2", bytes(PAUSE)));
        reader.wholeRead();
        reader.read(record("otpstream-2", bytes(PAUSE)));

        assertThat(heard).containsExactly(UNHEARD, GO);
    }

    @Test
    void whatCanNotBeReadIsTakenForAPause() {
        reader.wholeRead();
        reader.read(record("otpstream", "{".getBytes(UTF_8)));
        reader.read(record("otpstream", bytes(new OrdersPaused(OrdersPaused.VERSION + 1, T, "ada", null))));

        assertThat(heard.subList(2, 4)).allSatisfy(word -> assertThat(word)
                .isInstanceOfSatisfying(OperatorWord.Stop.class, stop -> assertThat(stop.since())
                        .isEqualTo(WRITTEN)));
    }

    @Test
    void theRecordIsTheOneThatWasAgreed() {
        assertThat(new String(bytes(PAUSE), UTF_8))
                .isEqualTo("{\"version\":1,\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"ada\",\"reason\":\"an outage\"}");
        assertThat(OrdersPaused.word(
                        "{\"version\":1,\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"ada\"}".getBytes(UTF_8), T))
                .isEqualTo(new OperatorWord.Stop(T, "ada", null));
    }

    @Test
    void theTopicKeepsTheLastWordForEver() {
        assertThat(TopicCatalogue.load().spec(OrdersPaused.TOPIC)).satisfies(topic -> {
            assertThat(topic.partitions()).isEqualTo(1);
            assertThat(topic.topicConfig()).containsEntry("cleanup.policy", "compact");
        });
    }

    private static byte[] bytes(OrdersPaused pause) {
        return Messages.CONTROLS.write("otpstream", pause).value();
    }

    private static ConsumerRecord<byte[], byte[]> record(String application, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                OrdersPaused.TOPIC,
                0,
                0,
                WRITTEN.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                application.getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
