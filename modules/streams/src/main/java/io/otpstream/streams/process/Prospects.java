package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.streams.store.VerificationStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a waiting request has to know to decide on a create. Belongs to the task's thread. */
final class Prospects {

    private final Surroundings surroundings;
    private final VerificationStore store;

    Prospects(Surroundings surroundings, VerificationStore store) {
        this.surroundings = surroundings;
        this.store = store;
    }

    /** What a promise means to a request that waits and knows its ids; empty while the catalogue is being fetched. */
    Optional<Event> of(String requestId, Instant sendBy, Instant now) {
        State.Waiting waiting = (State.Waiting) store.get(requestId);
        return surroundings
                .catalogue()
                .offers(waiting.history().request().ids())
                .map(offers -> new Event.PermitPromised(
                        sendBy, surroundings.countries().inOrder(waiting.history(), usable(offers), now)));
    }

    private List<Offer> usable(List<Offer> offers) {
        return offers.stream().filter(surroundings.buying()::takes).toList();
    }
}
