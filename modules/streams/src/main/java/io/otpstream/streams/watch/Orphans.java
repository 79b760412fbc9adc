package io.otpstream.streams.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API has pushed of orders that nobody watches, yet: an event may come before the answer to the create. Of each
 * order the latest text and its end are kept, for a day at most. Not safe for use by several threads.
 */
final class Orphans {

    private static final Duration KEPT = Duration.ofHours(24);

    private final int most;
    private final Map<String, Orphan> byOrder = new LinkedHashMap<>();

    private record Orphan(
            @Nullable PushedEvent text, @Nullable PushedEvent end, Instant since) {}

    /** @param most orders; then the oldest ones are dropped */
    Orphans(int most) {
        this.most = most;
    }

    void add(PushedEvent event, Instant now) {
        dropOld(now);
        byOrder.merge(event.orderId(), alone(event, now), Orphans::both);
        if (byOrder.size() > most) {
            dropFirst();
        }
    }

    /** Takes out what is known of the order: its text before its end. */
    List<PushedEvent> take(String orderId, Instant now) {
        dropOld(now);
        Orphan orphan = byOrder.remove(orderId);
        List<PushedEvent> events = new ArrayList<>();
        if (orphan != null && orphan.text() != null) {
            events.add(orphan.text());
        }
        if (orphan != null && orphan.end() != null) {
            events.add(orphan.end());
        }
        return events;
    }

    int size() {
        return byOrder.size();
    }

    private static Orphan alone(PushedEvent event, Instant now) {
        return switch (event.kind()) {
            case OTP_RECEIVED -> new Orphan(event, null, now);
            case COMPLETED, EXPIRED, CANCELED -> new Orphan(null, event, now);
        };
    }

    private static Orphan both(Orphan before, Orphan more) {
        PushedEvent text = later(before.text(), more.text());
        return new Orphan(text, before.end() == null ? more.end() : before.end(), before.since());
    }

    private static @Nullable PushedEvent later(@Nullable PushedEvent before, @Nullable PushedEvent more) {
        if (before == null || more == null) {
            return before == null ? more : before;
        }
        return revision(more) > revision(before) ? more : before;
    }

    private static int revision(PushedEvent event) {
        Integer revision = event.smsRevision();
        return revision == null ? 0 : revision;
    }

    private void dropOld(Instant now) {
        Instant oldest = now.minus(KEPT);
        for (Iterator<Orphan> all = byOrder.values().iterator(); all.hasNext(); ) {
            if (!all.next().since().isBefore(oldest)) {
                return;
            }
            all.remove();
        }
    }

    private void dropFirst() {
        Iterator<String> first = byOrder.keySet().iterator();
        first.next();
        first.remove();
    }
}
