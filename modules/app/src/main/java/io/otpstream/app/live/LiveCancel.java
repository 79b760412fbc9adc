package io.otpstream.app.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.domain.time.ApiTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives the number back, when the API lets it. For one thread. */
final class LiveCancel {

    private static final Duration ASSUMED_WINDOW = Duration.ofMinutes(2);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 60;

    private final LiveApi api;
    private final Findings findings;
    private final Pause pause;
    private final InstantSource clock;
    private final double speed;
    private final Consumer<String> progress;

    LiveCancel(
            LiveApi api, Findings findings, Pause pause, InstantSource clock, double speed, Consumer<String> progress) {
        this.api = api;
        this.findings = findings;
        this.pause = pause;
        this.clock = clock;
        this.speed = speed;
        this.progress = progress;
    }

    /** Whether the order is cancelled already, because it could be. */
    boolean tooEarly(LiveOrder order) throws IOException, InterruptedException {
        LiveAnswer answer = cancel(order);
        if (answer.isRefusal("CONFLICT")) {
            findings.untested(Assumption.CANCEL_TOO_EARLY, "the order is in no state to be cancelled at all");
            return false;
        }
        if (answer.isSuccess() && isDue(order)) {
            findings.untested(Assumption.CANCEL_TOO_EARLY, "it was no longer too early");
        } else {
            findings.decide(
                    Assumption.CANCEL_TOO_EARLY,
                    answer.isRefusal("CANCEL_TOO_EARLY"),
                    answer.isSuccess() ? "it was taken at once" : answer.inShort());
        }
        if (answer.isSuccess()) {
            refund(order, answer);
        }
        return answer.isSuccess();
    }

    /** Why it is not cancelled, or empty when it is; returns early when somebody wants to end. */
    Optional<LiveAnswer> whenItMayBe(LiveOrder order) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Instant at = order.cancelAvailableAt().orElse(now.plus(ApiTime.toReal(ASSUMED_WINDOW, speed)));
        boolean stopped = await(at);
        LiveAnswer answer = cancel(order);
        for (int attempt = 1; attempt < ATTEMPTS && !stopped && isForNow(answer); attempt++) {
            stopped = pause.interrupted(ApiTime.toReal(BETWEEN, speed));
            answer = cancel(order);
        }
        if (!answer.isSuccess()) {
            return Optional.of(answer);
        }
        refund(order, answer);
        return Optional.empty();
    }

    private boolean isDue(LiveOrder order) {
        return order.cancelAvailableAt()
                .filter(at ->
                        order.age(Optional.of(at)).filter(Duration::isPositive).isPresent())
                .filter(at -> !clock.instant().isBefore(at))
                .isPresent();
    }

    private static boolean isForNow(LiveAnswer answer) {
        return answer.isRefusal("CANCEL_TOO_EARLY") || answer.isRefusal("PROVIDER_ERROR");
    }

    void again(LiveOrder order) throws IOException, InterruptedException {
        LiveAnswer answer = cancel(order);
        findings.decide(
                Assumption.REPEATED_CANCEL,
                answer.isRefusal("CONFLICT"),
                answer.isSuccess() ? "it was taken again" : answer.inShort());
    }

    private LiveAnswer cancel(LiveOrder order) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("id", order.json().path("id"));
        return api.post("/orders/cancel", body);
    }

    private void refund(LiveOrder order, LiveAnswer answer) {
        long refunded = answer.data().path("refund_amount").asLong(-1);
        findings.decide(
                Assumption.REFUND_AMOUNT,
                refunded == order.amountIdr(),
                refunded < 0 ? "the answer names none" : refunded + " IDR of " + order.amountIdr());
    }

    /** Whether somebody wants to end. */
    private boolean await(Instant at) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), at);
        while (left.isPositive()) {
            progress.accept("waiting until the order can be cancelled: " + seconds(left) + " s");
            Duration next = ApiTime.toReal(TELL_EVERY, speed);
            if (pause.interrupted(left.compareTo(next) < 0 ? left : next)) {
                return true;
            }
            left = Duration.between(clock.instant(), at);
        }
        return false;
    }

    private long seconds(Duration left) {
        return Math.round(left.toMillis() * speed / 1_000);
    }
}
