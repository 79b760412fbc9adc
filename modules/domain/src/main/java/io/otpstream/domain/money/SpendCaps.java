package io.otpstream.domain.money;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much may be spent. Whole rupiah; empty where there is no cap.
 *
 * @param perHour for orders placed in one hour of UTC
 * @param perDay for orders placed in one day of UTC
 */
public record SpendCaps(OptionalLong perHour, OptionalLong perDay) {

    /** There are no caps. */
    public static final SpendCaps NONE = new SpendCaps(OptionalLong.empty(), OptionalLong.empty());

    /** A cap that is reached. */
    public sealed interface Reached {

        /** The cap, whole rupiah. */
        long capIdr();

        /** When the time ends that it is for. */
        Instant until();

        record OfHour(long capIdr, Instant until) implements Reached {}

        record OfDay(long capIdr, Instant until) implements Reached {}
    }

    /** The cap that is reached; of two, the one that lasts longer. */
    public Optional<Reached> reached(Spend spend) {
        if (perDay.isPresent() && spend.dayIdr() >= perDay.getAsLong()) {
            return Optional.of(new Reached.OfDay(perDay.getAsLong(), spend.dayEnd()));
        }
        if (perHour.isPresent() && spend.hourIdr() >= perHour.getAsLong()) {
            return Optional.of(new Reached.OfHour(perHour.getAsLong(), spend.hourEnd()));
        }
        return Optional.empty();
    }
}
