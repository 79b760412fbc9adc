package io.otpstream.streams.watch;

import io.otpstream.domain.api.ApiError;
import io.otpstream.streams.watch.WatchList.NextLook;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When all orders are looked at together, and, while the API refuses to tell of all, when one by itself. Time is a
 * parameter. Not safe for use by several threads.
 */
final class LookSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(LookSchedule.class);

    private final WatchSettings settings;
    private Instant nextAll = Instant.MIN;
    private boolean asking;
    private boolean askingOne;
    private boolean failing;

    LookSchedule(WatchSettings settings) {
        this.settings = settings;
    }

    /** What is to be done. */
    sealed interface Step {

        record Nothing() implements Step {}

        /** Looks at all. */
        record All() implements Step {}

        /** Looks at one by itself. */
        record One(String orderId) implements Step {}
    }

    /** There is an order to watch after there was none. What was placed just now has no code yet. */
    void began(Instant now) {
        Instant first = now.plus(settings.interval());
        nextAll = first.isAfter(nextAll) ? first : nextAll;
    }

    /**
     * When {@link #take} has something to do; null if an answer has to come first.
     *
     * @param longestUnseen of all orders; only asked where it matters
     */
    @Nullable
    Instant next(Supplier<Optional<NextLook>> longestUnseen) {
        Instant all = asking ? null : nextAll;
        Instant one = failing && !askingOne ? dueAt(longestUnseen) : null;
        if (all == null || one == null) {
            return all == null ? one : all;
        }
        return one.isBefore(all) ? one : all;
    }

    private @Nullable Instant dueAt(Supplier<Optional<NextLook>> longestUnseen) {
        return longestUnseen
                .get()
                .map(look -> look.dueAfter(settings.lookGap()))
                .orElse(null);
    }

    /** What is to be done now; it counts as begun. */
    Step take(Supplier<Optional<NextLook>> longestUnseen, Instant now) {
        if (!asking && !now.isBefore(nextAll)) {
            asking = true;
            return new Step.All();
        }
        if (failing && !askingOne) {
            Optional<NextLook> one =
                    longestUnseen.get().filter(look -> !now.isBefore(look.dueAfter(settings.lookGap())));
            askingOne = one.isPresent();
            return one.<Step>map(look -> new Step.One(look.orderId())).orElseGet(Step.Nothing::new);
        }
        return new Step.Nothing();
    }

    /** The API has told of all orders. */
    void succeeded(Instant sentAt) {
        asking = false;
        nextAll = sentAt.plus(settings.interval());
        if (failing) {
            failing = false;
            LOG.info("The API tells of all orders at once again");
        }
    }

    /** It has not. To be told to come back later says nothing about the next time. */
    void failed(ApiError error, Instant sentAt) {
        asking = false;
        nextAll = sentAt.plus(settings.interval());
        boolean comesBack = error instanceof ApiError.RateLimited || error instanceof ApiError.NotSent;
        if (!comesBack && !failing) {
            failing = true;
            LOG.warn("The API does not tell of all orders at once ({}): they are looked at one by one", error.code());
        }
    }

    /** The look at one order is answered. */
    void oneAnswered() {
        askingOne = false;
    }
}
