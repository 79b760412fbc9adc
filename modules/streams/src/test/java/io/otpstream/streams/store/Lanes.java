package io.otpstream.streams.store;

import io.otpstream.domain.plan.Lane;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, where tenants share nothing. */
final class Lanes {

    private Lanes() {}

    static @Nullable String first(VerificationIndex index, Instant now) {
        Lane lane = first(index.waiting().lanes(now));
        return lane == null ? null : index.waiting().firstOf(lane).requestId();
    }

    static @Nullable String first(VerificationStore store, Instant now) {
        Lane lane = first(store.readyLanes(now));
        return lane == null ? null : store.firstReady(lane).requestId();
    }

    private static @Nullable Lane first(Collection<Lane> lanes) {
        return lanes.stream().min(Comparator.naturalOrder()).orElse(null);
    }
}
