package io.otpstream.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one request has come, by the records that were read. Safe for use by several threads. */
final class Progress {

    /** Beyond the request's time: the final record is written 10 s after the deadline at the latest. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Duration orderTime;
    private final long sentNanos;
    private final List<RentedNumber> numbers = new ArrayList<>();
    private @Nullable Integer openAttempt;
    private long waitsForTextSinceNanos;
    private boolean settled;

    /**
     * @param orderTime how long the request waits for the code of one order
     * @param sentNanos when the request was sent
     */
    Progress(Duration orderTime, long sentNanos) {
        this.orderTime = orderTime;
        this.sentNanos = sentNanos;
        this.waitsForTextSinceNanos = sentNanos;
    }

    /** The topics are read side by side, so a number may be met twice: on its order and on its code. */
    synchronized boolean isNews(RentedNumber number, long nowNanos) {
        if (settled || numbers.stream().anyMatch(known -> known.attempt() == number.attempt())) {
            return false;
        }
        numbers.add(number);
        openAttempt = number.attempt();
        waitsForTextSinceNanos = nowNanos;
        return true;
    }

    synchronized void orderEnded(int attempt) {
        if (openAttempt != null && openAttempt == attempt) {
            openAttempt = null;
        }
    }

    /** The time to wait for the code starts again. */
    synchronized void textRequested(long nowNanos) {
        waitsForTextSinceNanos = nowNanos;
    }

    /** The final record was read; false if one was before. */
    synchronized boolean settle() {
        boolean first = !settled;
        settled = true;
        return first;
    }

    synchronized boolean isSettled() {
        return settled;
    }

    /** Of all numbers, oldest first. */
    synchronized List<RentedNumber> numbers() {
        return List.copyOf(numbers);
    }

    /** Empty before the first. */
    synchronized Optional<RentedNumber> lastNumber() {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
    }

    /** Why waiting for a number was in vain. */
    synchronized FailureReason whyNoNumber(Duration waited, PipelineSigns signs) {
        Optional<FailureReason> halt = signs.halt().map(FailureReason.class::cast);
        return halt.orElseGet(() -> signs.isHeardSince(sentNanos)
                ? new FailureReason.NumberNotYet(waited)
                : new FailureReason.NoAnswer(waited));
    }

    /** Why waiting for the code was in vain. */
    synchronized FailureReason whyNoCode(Duration waited, PipelineSigns signs, long nowNanos) {
        if (openAttempt == null) {
            return whyNoNumber(waited, signs);
        }
        boolean overdue =
                nowNanos - waitsForTextSinceNanos > orderTime.plus(MARGIN).toNanos();
        return overdue ? new FailureReason.NoAnswer(waited) : new FailureReason.CodeNotYet(waited);
    }
}
