package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.COMPLETED;
import static io.otpstream.contract.OrderEventType.EXPIRED;
import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.WatchedOrder;
import io.otpstream.streams.watch.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How orders are followed in the published dialect: nobody looks at one by itself. */
class PublishedLooksTest {

    private static final VerificationRequest WHATSAPP_IN_INDONESIA = VerificationRequest.of(WHATSAPP, INDONESIA);
    private static final Duration SOON = Duration.ofMillis(300);

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void placeAnOrder() {
        pipeline = PipelineFixture.published(stateDir, 1);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(SOON);
        pipeline.bought(pipeline.purchaseSent(), 0, "11");
        pipeline.event("r1", PLACED);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void anOrderIsWatchedFromItsPlacingToItsEnd() {
        assertThat(pipeline.watch.watched()).containsOnlyKeys("r1");
        assertThat(pipeline.watch.watched().get("r1")).containsExactly(new WatchedOrder("11", 0, false));
        pipeline.after(Duration.ofSeconds(20));
        pipeline.nothingElse();

        pipeline.seen("r1", order(OrderStatus.TEXT_RECEIVED, 1, "847291"));

        pipeline.event("r1", COMPLETED);
        assertThat(pipeline.code("r1").code()).isEqualTo("847291");
        assertThat(pipeline.watch.watched()).isEmpty();
    }

    @Test
    void whatTheVendorEndsIsOver() {
        pipeline.seen("r1", order(OrderStatus.EXPIRED, 0, null));
        pipeline.event("r1", EXPIRED);
        assertThat(pipeline.watch.watched()).isEmpty();
        pipeline.after(SOON);
        pipeline.bought(pipeline.purchaseSent(), 0, "12");
        pipeline.event("r1", PLACED);
        assertThat(pipeline.watch.watched().get("r1"))
                .as("the next attempt's")
                .containsExactly(new WatchedOrder("12", 0, false));
    }

    @Test
    void whenThereWasNoCodeYetIsKnownAtTheDeadlineWithoutARecord() {
        Instant cancellable = pipeline.now().plus(Duration.ofMinutes(2));
        pipeline.after(Duration.ofSeconds(85));
        Sighting last = new Sighting(waiting(cancellable), pipeline.now());
        pipeline.watch.sees(last);

        pipeline.after(Duration.ofSeconds(6));

        assertThat(pipeline.watch.watched().get("r1"))
                .as("it can't be cancelled in time: one more look is all that can be done")
                .isEqualTo(List.of(new WatchedOrder("11", 0, true)));
        pipeline.seen("r1", waiting(cancellable));
        pipeline.after(SOON);
        ExpiryResult result = pipeline.noCode("r1", Outcome.TIMED_OUT);
        assertThat(result.reason()).as("the order was seen").doesNotContain("not certain");
        pipeline.nothingElse();
        assertThat(pipeline.watch.watched().get("r1"))
                .as("to be cancelled later")
                .hasSize(1);
    }

    private Order waiting(Instant cancelAvailableAt) {
        return new Order("11", null, OrderStatus.WAITING, null, null, null, null, 0, cancelAvailableAt);
    }

    private static Order order(OrderStatus status, int revision, @Nullable String code) {
        return new Order("11", null, status, code, null, null, null, revision, null);
    }
}
