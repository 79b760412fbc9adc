package io.otpstream.app.trace;

import static io.otpstream.app.trace.TraceRecords.T0;
import static io.otpstream.app.trace.TraceRecords.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TraceLogTest {

    private static final TopicPartition ORDERS = new TopicPartition(Topics.ORDERS.name(), 0);
    private static final VerificationRequest REQUEST = VerificationRequest.of(1, 6);

    private final TraceLog log = new TraceLog("r1");

    @Test
    void tellsOfTheRequestAloneInTheOrderOfTime() {
        log.add(on(Topics.EXPIRY_RESULTS, "r1", TraceRecords.noStock(at(9)), at(9)));
        log.add(on(Topics.ORDERS, "r1", TraceRecords.order(OrderEventType.PLACED, 1, at(2)), at(2)));
        log.add(on(Topics.ORDERS, "other", TraceRecords.order(OrderEventType.PLACED, 1, at(2)), at(2)));
        log.add(on(Topics.COMMANDS, "r1", VerificationCommand.withdraw(), at(4)));
        log.add(on(Topics.REQUESTS, "r1", REQUEST, at(0)));

        assertThat(log.steps())
                .extracting(TraceText::word)
                .containsExactly("requested", "placed", "withdraw", "no_stock");
        assertThat(log.hasRequest()).isTrue();
        assertThat(log.isOver()).isTrue();
        assertThat(log.began()).contains(T0);
    }

    @Test
    void aFollowUpEndsNothing() {
        log.add(on(Topics.OTP_RESULTS, "r1", TraceRecords.code(true, at(5)), at(5)));

        assertThat(log.isOver()).isFalse();
        assertThat(log.began()).as("what the result says of it").contains(T0);
    }

    @Test
    void whatCanNotBeReadIsAStepToo() {
        byte[] rubbish = "{}".getBytes(StandardCharsets.UTF_8);
        log.add(on(Topics.REQUESTS.name(), "r1", rubbish, at(0), new RecordHeaders()));
        Headers letter = new RecordHeaders();
        new DeadLetterHeaders("verification.requests", 0, 7, "no platform", "platform_id").writeTo(letter);
        log.add(on(Topics.DEAD_LETTERS.name(), "r1", rubbish, at(1), letter));
        Headers mark = new RecordHeaders(letter)
                .add(DeadLetterHeaders.REPLAYED, "7".getBytes(StandardCharsets.UTF_8))
                .add(DeadLetterHeaders.REPLAYED_TO, "quarantine".getBytes(StandardCharsets.UTF_8));
        log.add(on(Topics.DEAD_LETTERS.name(), "r1", null, at(2), mark));

        assertThat(log.steps()).extracting(TraceText::word).containsExactly("unreadable", "dead_letter", "replayed");
        assertThat(log.steps().getLast()).extracting("to").isEqualTo("quarantine");
    }

    @Test
    void aTopicWithoutWhatWasThereWhenTheRequestCameIsAGap() {
        log.add(on(Topics.REQUESTS, "r1", REQUEST, at(0)));
        log.add(on(Topics.ORDERS, "other", TraceRecords.order(OrderEventType.PLACED, 1, at(60)), at(60)));

        assertThat(log.gaps(Map.of(ORDERS, 0L))).as("from its beginning").isEmpty();
        assertThat(log.gaps(Map.of(ORDERS, 3L))).containsExactly(new Gap(Topics.ORDERS.name(), at(60)));
    }

    @Test
    void aTopicThatKeepsOlderRecordsIsNone() {
        log.add(on(Topics.ORDERS, "other", TraceRecords.order(OrderEventType.PLACED, 1, at(0)), at(0)));
        log.add(on(Topics.REQUESTS, "r1", REQUEST, at(1)));

        assertThat(log.gaps(Map.of(ORDERS, 3L))).isEmpty();
    }

    @Test
    void aTopicThatKeepsNothingIsAGapOfUnknownSize() {
        log.add(on(Topics.REQUESTS, "r1", REQUEST, at(0)));

        assertThat(log.gaps(Map.of(ORDERS, 3L))).containsExactly(new Gap(Topics.ORDERS.name(), null));
    }

    private static Instant at(long second) {
        return T0.plusSeconds(second);
    }
}
