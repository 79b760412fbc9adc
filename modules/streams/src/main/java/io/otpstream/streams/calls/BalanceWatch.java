package io.otpstream.streams.calls;

import io.otpstream.domain.time.ApiTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When this process reads the balance, and which readings are worth telling. One process of the fleet is on duty: it
 * reads often while orders are placed or open anywhere, five times more when that is over, so that the last orders are
 * in a reading that others confirm, and rarely when nothing happens.
 *
 * <p>Arithmetic only, time is a parameter. Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class BalanceWatch {

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int AFTERWARDS = 5;

    private final Duration interval;
    private final Duration idleInterval;
    private boolean onDuty;
    private boolean asking;
    private Instant lastAsked = Instant.EPOCH;
    private Instant lastWork = Instant.EPOCH;
    private @Nullable Told told;

    private record Told(long balanceIdr, Instant at) {}

    /**
     * Off duty at first.
     *
     * @param interval between two readings while there is work, real time
     * @param speed how much faster than real the world runs
     */
    BalanceWatch(Duration interval, double speed) {
        this.interval = interval;
        Duration idle = ApiTime.toReal(IDLE, speed);
        this.idleInterval = idle.compareTo(interval) > 0 ? idle : interval;
    }

    /** Whether this process is the one that reads. */
    void onDuty(boolean yes) {
        onDuty = yes;
    }

    boolean isOnDuty() {
        return onDuty;
    }

    /** Some process has orders that are open, or requests that wait. */
    void worked(Instant at) {
        lastWork = at.isAfter(lastWork) ? at : lastWork;
    }

    /** Whether the balance is to be read now; says so once. */
    boolean take(Instant now) {
        Instant next = next();
        if (next == null || now.isBefore(next)) {
            return false;
        }
        asking = true;
        lastAsked = now;
        return true;
    }

    /** When {@link #take} may say yes; null if something has to happen first. */
    @Nullable
    Instant next() {
        if (!onDuty || asking) {
            return null;
        }
        boolean busy = lastWork.plus(interval.multipliedBy(AFTERWARDS)).isAfter(lastAsked);
        return lastAsked.plus(busy ? interval : idleInterval);
    }

    /** The answer that {@link #take} led to is here, whatever it says. */
    void answered() {
        asking = false;
    }

    /** Somebody has read the balance: whether the others have to be told. */
    boolean isNews(long balanceIdr, Instant at) {
        boolean news = told == null
                || told.balanceIdr() != balanceIdr
                || !told.at().plus(interval).isAfter(at);
        if (news) {
            told = new Told(balanceIdr, at);
        }
        return news;
    }
}
