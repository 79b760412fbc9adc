package io.otpstream.streams.calls;

import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.purchase.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Calls to the API as a stream thread makes them: first a promise that a permit will be there soon, then the call, then
 * its answer as a record on the topic of replies. Nothing here blocks. Safe for use by several threads.
 */
public interface ApiCalls {

    /** How long after its promise a permit is used, about: the commit lies between, and the queue. */
    Duration LEAD = Duration.ofMillis(450);

    /** A new one that asks for permits: each step of each task is one. */
    Asker asker();

    /**
     * One of those among whom permits are drawn. What it asked for last stands for a moment, so that a permit goes to
     * the one who can do most with it, and not to who asks first.
     */
    interface Asker extends AutoCloseable {

        /** May a call of this kind be made now? */
        Admission ask(Bid bid);

        /** Whether a call of the one kind is to be asked for before one of the other; neither may be. */
        boolean isAhead(Bid bid, Bid other);

        /** It has nothing to ask for. */
        void rest();

        /** The lane whose turn it is among these; empty if a tenant's limit holds up all of them. */
        Optional<Lane> nextOf(Collection<Lane> waiting);

        /**
         * Whether one more request of this lane may join the create that a permit was promised for. Counts it: the limit of
         * a tenant is one of orders, however many calls they take.
         */
        boolean joins(Lane lane);

        /** Orders that were to be placed with a permit that was promised are none after all. */
        void notPlaced(int orders);

        /** Tells how much there is to do in its task. */
        void report(Workload workload);

        /** Asks for nothing any more, and has nothing to do. */
        @Override
        void close();
    }

    /** The answer to {@link Asker#ask}. */
    sealed interface Admission {

        /** Yes; the promise has to be used or given back. */
        record Promised(Promise promise) implements Admission {}

        /**
         * Not now.
         *
         * @param askAgain after this, more than zero
         */
        record Later(Duration askAgain) implements Admission {}

        /**
         * Nothing of this kind for now, whatever permits there are: others may be asked for.
         *
         * @param askAgain after this, more than zero
         */
        record Barred(Duration askAgain) implements Admission {}
    }

    /** A permit that will be there soon. Used once: sent or given back. */
    interface Promise {

        /** A call that has not left by then is answered as not sent. */
        Instant sendBy();

        /** Hands the call over. Its answer goes to the topic of replies, whatever happens. */
        void send(Outgoing call);

        /** The call isn't made after all. */
        void giveBack();
    }

    /** What a promise is used for. */
    sealed interface Outgoing {

        /** Of the task, and so of the reply. */
        int partition();

        /** The value of the header {@code x-request-id}. */
        String callId();
    }

    /** A call for one verification. */
    record Addressed(String requestId, int partition, Effect.Call call) implements Outgoing {

        @Override
        public String callId() {
            return requestId + "/" + call.attempt() + "/" + call.call();
        }
    }

    /** A purchase that is sent, for the first time or once more. */
    record Sending(Purchase purchase, int partition) implements Outgoing {

        @Override
        public String callId() {
            return purchase.key();
        }
    }
}
