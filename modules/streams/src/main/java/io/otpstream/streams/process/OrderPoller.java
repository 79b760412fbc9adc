package io.otpstream.streams.process;

import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.process.Flow.Input;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.process.LookPlan.Choice;
import io.otpstream.streams.store.CallCandidate;
import io.otpstream.streams.watch.OrderWatch;
import io.otpstream.streams.watch.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Watches orders until they end: looks at them, cancels them, and lets time pass. */
public final class OrderPoller extends VerificationStep<Output> {

    private final Surroundings surroundings;

    /** One per task, as Kafka Streams asks for it. */
    public OrderPoller(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    Work<Output> begin(ProcessorContext<String, Output> context) {
        return new Polling(surroundings, context);
    }

    private static final class Polling extends Work<Output> {

        /** Verifications whose orders another owner has looked at, first due first; left alone for a while. */
        private final Deque<String> inherited;

        private final OrderWatch.Post watch;
        private int takenOver;
        private Instant noPermitBefore = Instant.MIN;
        private Instant noCancelBefore = Instant.MIN;

        Polling(Surroundings surroundings, ProcessorContext<String, Output> context) {
            super("order-poller", surroundings, context, context);
            this.inherited = new ArrayDeque<>(store.withOrders());
            this.watch = surroundings.orders().post(context.taskId().partition());
            store.follow(watch::mind);
        }

        @Override
        void process(Record<String, Flow> record) {
            switch (record.value()) {
                case Output output -> context.forward(record.withValue(output));
                case Input.Occurred(Event event) -> verifications.happened(record.key(), event, now());
                case Input.Ticked(Tick tick) -> {
                    doWhatIsDue(tick);
                    askForMore(tick);
                }
                case Input.Asked asked -> throw new IllegalStateException("requests end at the order-creator");
                case Input.Bought bought -> throw new IllegalStateException("purchases end at the order-creator");
                case Input.Marker marker -> throw new IllegalStateException("markers end at the order-creator");
            }
        }

        private void doWhatIsDue(Tick tick) {
            sendCommitted();
            takeOver(tick);
            if (inherited.isEmpty()) {
                letTimePass(tick);
                call(tick);
            }
        }

        /** In the order in which they were due; a nanosecond apart, so that this order stays. */
        private void takeOver(Tick tick) {
            while (!inherited.isEmpty() && !tick.isOver()) {
                Instant inTurn = tick.now().plusNanos(takenOver++);
                verifications.happened(inherited.removeFirst(), new Event.Reassigned(), inTurn);
            }
        }

        private void letTimePass(Tick tick) {
            Instant now = tick.now();
            for (String next = store.firstDue(Due.Kind.NO_CALL, now);
                    next != null && !tick.isOver();
                    next = store.firstDue(Due.Kind.NO_CALL, now)) {
                tellLastSeen(next, now);
                verifications.happened(next, new Event.TimeCame(), now);
            }
        }

        /** That there was no code is told only where it matters, and not each time that it was seen. */
        private void tellLastSeen(String requestId, Instant now) {
            if (store.get(requestId) instanceof State.Rented rented) {
                watch.lastSeen(rented.order().orderId())
                        .filter(seen -> saysMore(seen, rented))
                        .ifPresent(seen ->
                                verifications.happened(requestId, new Event.Seen(seen.order(), seen.seenAt()), now));
            }
        }

        private static boolean saysMore(Sighting seen, State.Rented rented) {
            Instant emptyAt = rented.emptyAt();
            return seen.order().status() == OrderStatus.WAITING
                    && (emptyAt == null || seen.seenAt().isAfter(emptyAt));
        }

        @Override
        void end() {
            watch.close();
            super.end();
        }

        private void call(Tick tick) {
            Instant now = tick.now();
            Choice next = best(now);
            while (next != null && !tick.isOver()) {
                switch (asker.ask(next.bid())) {
                    case Admission.Promised(Promise promise) ->
                        verifications.happened(next.requestId(), new Event.TimeCame(), now, promise);
                    case Admission.Barred(Duration askAgain) -> noCancelBefore = now.plus(askAgain);
                    case Admission.Later(Duration askAgain) -> {
                        noPermitBefore = now.plus(askAgain);
                        return;
                    }
                }
                next = best(now);
            }
            if (next == null) {
                asker.rest();
            }
        }

        private @Nullable Choice best(Instant now) {
            LookPlan plan = surroundings.looks();
            Choice cancel = firstCancel(now);
            // Looks are many: they are gone through only where one may come first.
            if (cancel != null && asker.isAhead(cancel.bid(), new Bid.Conclude())) {
                return cancel;
            }
            Choice look = plan.bestLook(store.calls(Due.Kind.LOOK, now), now);
            if (look != null) {
                return look;
            }
            Choice finish = firstFinish(now);
            if (cancel == null || finish == null) {
                return cancel == null ? finish : cancel;
            }
            return asker.isAhead(finish.bid(), cancel.bid()) ? finish : cancel;
        }

        private @Nullable Choice firstCancel(Instant now) {
            if (noCancelBefore.isAfter(now)) {
                return null;
            }
            Choice cancel = surroundings.looks().firstCancel(store.calls(Due.Kind.CANCEL, now), now);
            return cancel == null ? firstRefund(now) : cancel;
        }

        private @Nullable Choice firstRefund(Instant now) {
            String unused = store.firstDue(Due.Kind.CANCEL_UNUSED, now);
            Instant since = store.nextDue(Due.Kind.CANCEL_UNUSED);
            return unused == null || since == null ? null : new Choice(unused, new Bid.Refund(since));
        }

        private @Nullable Choice firstFinish(Instant now) {
            Iterator<CallCandidate> due = store.calls(Due.Kind.FINISH, now).iterator();
            if (!due.hasNext()) {
                return null;
            }
            CallCandidate first = due.next();
            return new Choice(first.requestId(), new Bid.Finish(first.dueSince()));
        }

        private void askForMore(Tick tick) {
            askForCommit(tick);
            if (!inherited.isEmpty()) {
                tick.again(tick.now());
            }
            askFor(Due.Kind.NO_CALL, Instant.MIN, tick);
            Instant cancelFrom = noCancelBefore.isAfter(noPermitBefore) ? noCancelBefore : noPermitBefore;
            askFor(Due.Kind.CANCEL, cancelFrom, tick);
            askFor(Due.Kind.CANCEL_UNUSED, cancelFrom, tick);
            askFor(Due.Kind.LOOK, noPermitBefore, tick);
            askFor(Due.Kind.FINISH, noPermitBefore, tick);
        }

        private void askFor(Due.Kind kind, Instant notBefore, Tick tick) {
            Instant due = store.nextDue(kind);
            if (due != null) {
                tick.again(due.isAfter(notBefore) ? due : notBefore);
            }
        }
    }
}
