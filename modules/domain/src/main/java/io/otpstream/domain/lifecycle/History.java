package io.otpstream.domain.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every state of a known request remembers.
 *
 * @param attempt number of the current attempt, from 1
 * @param doubts how many earlier attempts ended in doubt; they don't use up {@code maxAttempts}
 * @param setbacks creates in a row that the API put off (rate, balance, token); grows the pause before the next
 * @param calls calls decided so far, and changes of owner; numbers the next one
 * @param past attempts that brought no code; once settled, the one that did as well, so that its order stays known
 * @param cleanups orders that still have to be cancelled
 */
public record History(
        Request request,
        int attempt,
        int doubts,
        int setbacks,
        int calls,
        List<PastAttempt> past,
        List<Cleanup> cleanups) {

    public History {
        past = List.copyOf(past);
        cleanups = List.copyOf(cleanups);
    }

    static History of(Request request) {
        return new History(request, 1, 0, 0, 0, List.of(), List.of());
    }

    /** Whether an order is among those that ended or are to be cleaned up. */
    boolean knows(String orderId) {
        return past.stream().anyMatch(ended -> orderId.equals(ended.orderId()))
                || cleanups.stream().anyMatch(cleanup -> orderId.equals(cleanup.orderId()));
    }

    /** Where the latest order was that ended without a code; null while there was none. */
    public @Nullable Integer countryThatFailed() {
        return past.reversed().stream()
                .filter(ended -> ended.attempt() < attempt && ended.end().isOfAnOrder())
                .map(PastAttempt::countryId)
                .findFirst()
                .orElse(null);
    }

    boolean attemptsLeft() {
        return attempt - doubts < request.maxAttempts();
    }

    /** The same once the request's codes have been looked up. */
    History resolved(Wanted.Ids found) {
        return new History(request.resolved(found), attempt, doubts, setbacks, calls, past, cleanups);
    }

    History nextAttempt() {
        return new History(request, attempt + 1, doubts, 0, calls, past, cleanups);
    }

    History nextAttemptAfterDoubt() {
        return new History(request, attempt + 1, doubts + 1, 0, calls, past, cleanups);
    }

    History setBack() {
        return new History(request, attempt, doubts, setbacks + 1, calls, past, cleanups);
    }

    History oneMoreCall() {
        return new History(request, attempt, doubts, setbacks, calls + 1, past, cleanups);
    }

    History plus(PastAttempt ended) {
        List<PastAttempt> more = new ArrayList<>(past);
        more.add(ended);
        return new History(request, attempt, doubts, setbacks, calls, more, cleanups);
    }

    History plus(Cleanup cleanup) {
        List<Cleanup> more = new ArrayList<>(cleanups);
        more.add(cleanup);
        return withCleanups(more);
    }

    History withCleanups(List<Cleanup> remaining) {
        return new History(request, attempt, doubts, setbacks, calls, past, remaining);
    }
}
