package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether new orders may be placed at all: not before the token was checked, and not while the API refuses or fails
 * whatever is asked. Requests wait meanwhile. A look at the balance opens the gate again.
 *
 * <p>Arithmetic only, time is a parameter. Not safe for use by several threads: the dispatcher's lock guards it.
 */
public final class OrderGate {

    private static final int FAILURES_THAT_MEAN_DOWN = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final double speed;
    private final Consumer<GateNews> listener;

    private @Nullable Cause closedBy = Cause.UNCHECKED;
    private Instant nextCheck = Instant.MIN;

    /** Whether another process has found out, and not this one. */
    private boolean heard;

    private boolean checking;
    private boolean wanted = true;
    private int checks;
    private int failures;
    private long neededIdr;
    private @Nullable Long seenIdr;
    private Instant cappedUntil = Instant.EPOCH;

    /** Why no orders are placed. */
    public enum Cause {
        /** The token was not tried yet. */
        UNCHECKED,
        /** 401 or 403. */
        TOKEN_REJECTED,
        NO_BALANCE,
        API_DOWN
    }

    /** Closed at first. */
    OrderGate(double speed, Consumer<GateNews> listener) {
        this.speed = speed;
        this.listener = listener;
    }

    boolean isOpen() {
        return closedBy == null;
    }

    /** Whether what may be spent is spent, whatever the gate says. No check helps; time does, or a refund. */
    boolean isCapped(Instant now) {
        return now.isBefore(cappedUntil);
    }

    /** So much is spent that no order is to be placed before; a time that is past lets orders go on. */
    void onSpendCap(Instant until, Instant now) {
        boolean wasCapped = isCapped(now);
        cappedUntil = until;
        if (isCapped(now) != wasCapped) {
            listener.accept(isCapped(now) ? new GateNews.Capped(until) : new GateNews.Uncapped());
        }
    }

    /** An order would be placed if the gate were open: keeps the checks going. */
    void wanted() {
        wanted = true;
    }

    /** Whether the balance is to be asked for now; says so once. */
    boolean takeCheck(Instant now) {
        if (closedBy == null || checking || !wanted || now.isBefore(nextCheck)) {
            return false;
        }
        checking = true;
        wanted = false;
        return true;
    }

    /** When {@link #takeCheck} may say yes; null if an event has to come first. */
    @Nullable
    Instant nextCheck() {
        return closedBy == null || checking || !wanted ? null : nextCheck;
    }

    /** What any call's answer says of the token and of the API. */
    void onAnswer(@Nullable ApiError error, Instant now) {
        failures = error != null && isFailure(error) ? failures + 1 : 0;
        if (error instanceof ApiError.Unauthorized || error instanceof ApiError.Forbidden) {
            close(Cause.TOKEN_REJECTED, now);
        } else if (failures >= FAILURES_THAT_MEAN_DOWN) {
            close(Cause.API_DOWN, now);
        }
    }

    /**
     * A create was refused for want of money.
     *
     * @param priceIdr what it would have cost, whole rupiah
     */
    void onInsufficientBalance(long priceIdr, Instant now) {
        neededIdr = priceIdr;
        seenIdr = null;
        close(Cause.NO_BALANCE, now);
    }

    /** Another process has closed its gate: this one closes too, and opens by a check of its own. */
    void onPauseElsewhere(Cause cause, long needed, Instant now) {
        if (closedBy == null) {
            neededIdr = needed;
            seenIdr = null;
            closedBy = cause;
            heard = true;
            wanted = true;
            checkLater(now);
            listener.accept(new GateNews.ClosedElsewhere(cause));
        }
    }

    /** An order was placed: whatever the gate was closed by is over. */
    void onOrderPlaced() {
        checks = 0;
    }

    /** The answer to the check. */
    void onBalance(ApiResult<Balance> result, Instant now) {
        checking = false;
        switch (result) {
            case ApiResult.Success<Balance>(Balance balance) -> balanceIs(balance.amountIdr(), now);
            case ApiResult.Failure<Balance>(ApiError error) -> checkLater(now);
        }
    }

    private void balanceIs(long amountIdr, Instant now) {
        if (closedBy == Cause.NO_BALANCE && amountIdr < neededIdr && !hasRisen(amountIdr)) {
            seenIdr = amountIdr;
            checkLater(now);
            return;
        }
        if (closedBy != null) {
            Cause before = closedBy;
            closedBy = null;
            listener.accept(new GateNews.Opened(before, heard));
        }
    }

    private boolean hasRisen(long amountIdr) {
        return seenIdr != null && amountIdr > seenIdr;
    }

    private void close(Cause cause, Instant now) {
        if (closedBy == cause) {
            return;
        }
        boolean wasOpen = closedBy == null;
        closedBy = cause;
        heard = false;
        if (wasOpen) {
            wanted = true;
            checkLater(now);
        }
        listener.accept(new GateNews.Closed(cause, cause == Cause.NO_BALANCE ? neededIdr : 0));
    }

    private void checkLater(Instant now) {
        checks++;
        Duration pause = FIRST_PAUSE.multipliedBy(checks);
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        nextCheck = now.plusNanos((long) (bounded.toNanos() / speed));
    }

    private static boolean isFailure(ApiError error) {
        return error instanceof ApiError.ServerFailure
                || error instanceof ApiError.NoAnswer
                || error instanceof ApiError.NotSent
                || error instanceof ApiError.Unreadable;
    }
}
