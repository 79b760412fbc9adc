package io.otpstream.streams;

import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.plan.Lane;
import io.otpstream.streams.calls.ApiCalls;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.calls.CallKind;
import io.otpstream.streams.calls.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes calls and leaves it to the test to answer them. */
final class FakeApi implements ApiCalls {

    private final Deque<Addressed> sent = new ArrayDeque<>();
    private final Deque<Sending> sendings = new ArrayDeque<>();
    private final Set<CallKind> refused = EnumSet.noneOf(CallKind.class);
    private final Supplier<Instant> clock;
    private int promised;
    private boolean joins = true;

    FakeApi(Supplier<Instant> clock) {
        this.clock = clock;
    }

    void refuse(CallKind kind) {
        refused.add(kind);
    }

    void admitAgain(CallKind kind) {
        refused.remove(kind);
    }

    /** From now on, nobody joins the create of another. */
    void nobodyJoins() {
        joins = false;
    }

    /** Purchases that the test hasn't looked at yet, oldest first. */
    Deque<Sending> sendings() {
        return sendings;
    }

    /** Calls that the test hasn't looked at yet, oldest first. */
    Deque<Addressed> sent() {
        return sent;
    }

    /** Promises that were neither used nor given back. */
    int promised() {
        return promised;
    }

    @Override
    public Asker asker() {
        return new Asker() {
            @Override
            public Admission ask(Bid bid) {
                return admit(bid);
            }

            @Override
            public boolean isAhead(Bid bid, Bid other) {
                return kindOf(bid) == CallKind.CANCEL && kindOf(other) != CallKind.CANCEL;
            }

            @Override
            public void rest() {}

            @Override
            public Optional<Lane> nextOf(Collection<Lane> waiting) {
                return waiting.stream().min(Comparator.naturalOrder());
            }

            @Override
            public void notPlaced(int orders) {}

            @Override
            public boolean joins(Lane lane) {
                return joins;
            }

            @Override
            public void report(Workload workload) {}

            @Override
            public void close() {}
        };
    }

    private static CallKind kindOf(Bid bid) {
        return switch (bid) {
            case Bid.Cancel cancel -> CallKind.CANCEL;
            case Bid.Refund refund -> CallKind.CANCEL;
            case Bid.Conclude conclude -> CallKind.LOOK;
            case Bid.Look look -> CallKind.LOOK;
            case Bid.Create create -> CallKind.CREATE;
            case Bid.Finish finish -> CallKind.FINISH;
        };
    }

    private Admission admit(Bid bid) {
        if (refused.contains(kindOf(bid))) {
            return new Admission.Later(Duration.ofMillis(200));
        }
        promised++;
        Instant sendBy = clock.get().plusSeconds(1);
        return new Admission.Promised(new Promise() {
            @Override
            public Instant sendBy() {
                return sendBy;
            }

            @Override
            public void send(Outgoing outgoing) {
                promised--;
                switch (outgoing) {
                    case Addressed call -> sent.add(call);
                    case Sending sending -> sendings.add(sending);
                }
            }

            @Override
            public void giveBack() {
                promised--;
            }
        });
    }

    /** The oldest call that the test hasn't looked at. */
    <C extends Effect.Call> Addressed take(Class<C> kind) {
        Addressed first = sent.removeFirst();
        if (!kind.isInstance(first.call())) {
            throw new AssertionError("expected " + kind.getSimpleName() + ", was " + first);
        }
        return first;
    }
}
