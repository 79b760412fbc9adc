package io.otpstream.streams.process;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Asker;
import io.otpstream.streams.calls.ApiCalls.Outgoing;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.commit.CommitEpochs;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.ReplySink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Calls that must not leave before the state that decided them is committed: otherwise a crash in between would leave
 * an order that nobody knows of. Belongs to the task's thread.
 */
final class Outbox {

    private final Asker asker;
    private final CommitEpochs epochs;
    private final ReplySink replies;
    private final Deque<Entry> waiting = new ArrayDeque<>();

    private record Entry(Outgoing call, @Nullable Promise promise, long epoch) {}

    Outbox(Asker asker, CommitEpochs epochs, ReplySink replies) {
        this.asker = asker;
        this.epochs = epochs;
        this.replies = replies;
    }

    /**
     * Keeps the call until the next commit.
     *
     * @param promise its permit; null to ask for one then
     */
    void add(Outgoing call, @Nullable Promise promise) {
        waiting.add(new Entry(call, promise, epochs.current()));
    }

    /** Hands over what is committed by now. */
    void flush() {
        long current = epochs.current();
        while (!waiting.isEmpty() && waiting.getFirst().epoch() < current) {
            Entry first = waiting.getFirst();
            Promise promise = first.promise() != null ? first.promise() : permit(first.call());
            if (promise == null) {
                return;
            }
            waiting.removeFirst();
            promise.send(first.call());
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * The task ends here: what has not left is answered as such, so that its next owner need not wait. Purchases are not:
     * whoever comes next sends them whatever it is told.
     */
    void abandon(Instant now) {
        for (Entry entry : waiting) {
            if (entry.promise() != null) {
                entry.promise().giveBack();
            }
            if (entry.call() instanceof Addressed call) {
                ApiError.NotSent error = new ApiError.NotSent("the task has moved");
                replies.send(call.partition(), call.requestId(), Replies.notSent(call.call(), error, now));
            }
        }
        waiting.clear();
        asker.close();
    }

    private @Nullable Promise permit(Outgoing outgoing) {
        boolean cancels = outgoing instanceof Addressed addressed && addressed.call() instanceof Effect.SendCancel;
        Bid bid = cancels ? Bid.Cancel.ofNoUse() : new Bid.Conclude();
        return switch (asker.ask(bid)) {
            case Admission.Promised(Promise promise) -> promise;
            case Admission.Later later -> null;
            case Admission.Barred barred -> null;
        };
    }
}
