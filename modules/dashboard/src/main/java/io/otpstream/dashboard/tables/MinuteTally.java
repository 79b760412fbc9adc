package io.otpstream.dashboard.tables;

import io.otpstream.contract.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened to orders within one minute. For one thread. */
final class MinuteTally {

    private final double speed;
    private long placed;
    private long refused;
    private long codes;
    private long without;
    private final List<Double> secondsToCode = new ArrayList<>();

    MinuteTally(double speed) {
        this.speed = speed;
    }

    void add(OrderEvent event) {
        switch (event.type()) {
            case PLACED -> placed++;
            case REFUSED -> refused++;
            case COMPLETED -> code(event);
            case EXPIRED, CANCELLED -> without++;
            case IN_DOUBT, LATE_CODE, ORPHANED, RESENT, RESEND_REFUSED, UNKNOWN -> {}
        }
    }

    void addAll(MinuteTally other) {
        placed += other.placed;
        refused += other.refused;
        codes += other.codes;
        without += other.without;
        secondsToCode.addAll(other.secondsToCode);
    }

    LastHour.Minute minute(int minutesAgo) {
        double[] sorted =
                secondsToCode.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new LastHour.Minute(
                minutesAgo, placed, refused, codes, without, quantile(sorted, 0.5), quantile(sorted, 0.95));
    }

    private void code(OrderEvent event) {
        codes++;
        Instant seen = event.seenAt();
        Instant placedAt = event.placedAt();
        if (seen == null || placedAt == null) {
            return;
        }
        Instant texted = Objects.requireNonNullElse(event.textRequestedAt(), placedAt);
        secondsToCode.add(seconds(texted, seen));
    }

    private double seconds(Instant from, Instant to) {
        return Math.max(0, Math.round(Duration.between(from, to).toMillis() * speed) / 1e3);
    }

    /** The smallest value that so many are not above. */
    private static @Nullable Double quantile(double[] sorted, double share) {
        return Arrays.stream(sorted)
                .skip(Math.max(0, (long) Math.ceil(share * sorted.length) - 1))
                .boxed()
                .findFirst()
                .orElse(null);
    }
}
