package io.otpstream.streams;

import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.streams.calls.ApiCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Takes calls and leaves it to the test to answer them. */
final class FakeApi implements ApiCalls {

    private final Deque<Addressed> sent = new ArrayDeque<>();
    private final Set<Kind> refused = EnumSet.noneOf(Kind.class);
    private final Supplier<Instant> clock;
    private int promised;

    FakeApi(Supplier<Instant> clock) {
        this.clock = clock;
    }

    void refuse(Kind kind) {
        refused.add(kind);
    }

    void admitAgain(Kind kind) {
        refused.remove(kind);
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
    public Admission admit(Kind kind) {
        if (refused.contains(kind)) {
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
            public void send(Addressed call) {
                promised--;
                sent.add(call);
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
