package io.otpstream.domain.money;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What orders cost, by the hour and the day (UTC) in which they were placed: charged less refunded, open orders included.
 * All amounts are whole rupiah.
 *
 * @param hour start of the running hour
 * @param hourBeforeIdr spend of the hour before
 * @param day start of the running day
 */
public record Spend(Instant hour, long hourIdr, long hourBeforeIdr, Instant day, long dayIdr) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Nothing was spent yet. */
    public static Spend none(Instant now) {
        return new Spend(now.truncatedTo(ChronoUnit.HOURS), 0, 0, now.truncatedTo(ChronoUnit.DAYS), 0);
    }

    /** The same when the hour or the day may have turned. */
    public Spend at(Instant now) {
        Instant hourNow = now.truncatedTo(ChronoUnit.HOURS);
        if (!hourNow.isAfter(hour)) {
            return this;
        }
        Instant dayNow = now.truncatedTo(ChronoUnit.DAYS);
        return new Spend(
                hourNow, 0, hourNow.equals(hour.plus(HOUR)) ? hourIdr : 0, dayNow, dayNow.equals(day) ? dayIdr : 0);
    }

    /** With one move more; one of the next hour, by another machine's clock, begins it. */
    public Spend plus(Move move) {
        return at(move.placedAt()).counting(move);
    }

    private Spend counting(Move move) {
        long amount = move.chargedIdr() - move.refundedIdr();
        Instant placedIn = move.placedAt().truncatedTo(ChronoUnit.HOURS);
        return new Spend(
                hour,
                hourIdr + (placedIn.equals(hour) ? amount : 0),
                hourBeforeIdr + (placedIn.equals(hour.minus(HOUR)) ? amount : 0),
                day,
                dayIdr + (move.placedAt().truncatedTo(ChronoUnit.DAYS).equals(day) ? amount : 0));
    }

    /** About what the last 60 min cost: the running hour, and of the hour before the part that is not longer ago. */
    public long lastHourIdr(Instant now) {
        double passed = Math.clamp((double) Duration.between(hour, now).toMillis() / HOUR.toMillis(), 0, 1);
        return Math.max(0, hourIdr + Math.round(hourBeforeIdr * (1 - passed)));
    }

    /** When the running hour ends. */
    Instant hourEnd() {
        return hour.plus(HOUR);
    }

    /** When the running day ends. */
    Instant dayEnd() {
        return day.plus(Duration.ofDays(1));
    }
}
