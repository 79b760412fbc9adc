package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts steps in their places, and sums up. For one thread. */
public final class Timeline {

    private final TreeMap<Integer, Instant> numbers = new TreeMap<>();
    private @Nullable Instant start;
    private @Nullable Instant previous;
    private @Nullable ResultRecord end;
    private long spentIdr;

    /** The next step; one that tells of an earlier time than the one before came after it all the same. */
    public Moment next(Step step) {
        Instant first = start == null ? step.at() : start;
        Instant before = previous == null ? step.at() : previous;
        start = first;
        previous = later(before, step.at());
        count(step);
        return new Moment(step, between(first, step.at()), between(before, step.at()));
    }

    /** How it stands after the steps so far; empty if there was none. */
    public Optional<Summary> summary() {
        Instant first = start;
        Instant last = previous;
        if (first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(new Summary(
                end,
                between(first, end == null ? last : end.at()),
                numbers.values().stream()
                        .findFirst()
                        .map(at -> between(first, at))
                        .orElse(null),
                numbers.size(),
                spentIdr));
    }

    private void count(Step step) {
        switch (step) {
            case Step.Ordered(OrderEvent event) -> count(event);
            case Step.Resulted(ResultRecord.WithCode code) -> {
                spentIdr += code.result().priceIdr();
                end = code;
            }
            case Step.Resulted(ResultRecord.WithoutCode outcome) -> end = outcome;
            case Step.Resulted(ResultRecord.FollowUp followUp) -> {}
            case Step.Asked asked -> {}
            case Step.Told told -> {}
            case Step.Unreadable unreadable -> {}
            case Step.Buried buried -> {}
            case Step.PutBack putBack -> {}
        }
    }

    private void count(OrderEvent event) {
        if (event.type() == OrderEventType.PLACED) {
            numbers.putIfAbsent(event.attempt(), event.at());
        }
        if (event.type() == OrderEventType.LATE_CODE && event.priceIdr() != null) {
            spentIdr += event.priceIdr();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
