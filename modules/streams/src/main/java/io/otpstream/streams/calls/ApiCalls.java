package io.otpstream.streams.calls;

import io.otpstream.domain.lifecycle.Effect;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls to the API as a stream thread makes them: first a promise that a permit will be there soon, then the call, then
 * its answer as a record on the topic of replies. Nothing here blocks. Safe for use by several threads.
 */
public interface ApiCalls {

    /** What a promise is asked for. */
    enum Kind {
        /** A new order: refused while orders are paused, and given only while few calls wait. */
        CREATE,
        LOOK,
        CANCEL
    }

    /** May a call of this kind be made now? */
    Admission admit(Kind kind);

    /** The answer to {@link #admit}. */
    sealed interface Admission {

        /** Yes; the promise has to be used or given back. */
        record Promised(Promise promise) implements Admission {}

        /**
         * Not now.
         *
         * @param askAgain after this, more than zero
         */
        record Later(Duration askAgain) implements Admission {}
    }

    /** A permit that will be there soon. Used once: sent or given back. */
    interface Promise {

        /** A call that has not left by then is answered as not sent. */
        Instant sendBy();

        /** Hands the call over. Its answer goes to the topic of replies, whatever happens. */
        void send(Addressed call);

        /** The call isn't made after all. */
        void giveBack();
    }

    /**
     * A call and where its answer belongs.
     *
     * @param partition of the task, and so of the reply
     */
    record Addressed(String requestId, int partition, Effect.Call call) {

        /** The value of the header {@code x-request-id}. */
        public String callId() {
            return requestId + "/" + call.attempt() + "/" + call.call();
        }
    }
}
