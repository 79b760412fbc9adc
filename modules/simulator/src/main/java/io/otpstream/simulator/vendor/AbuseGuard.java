package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps customers from placing orders whose latest orders have failed. */
final class AbuseGuard {

    private final Optional<AbuseRules> rules;
    private final ArrayDeque<Boolean> latestFailed = new ArrayDeque<>();
    private RefusalDetails.@Nullable Ban ban;

    AbuseGuard(Optional<AbuseRules> rules) {
        this.rules = rules;
    }

    /** An order has ended. After a ban the count begins anew. */
    void noteEnd(boolean failed, Duration at) {
        rules.ifPresent(guarded -> {
            latestFailed.addLast(failed);
            if (latestFailed.size() > guarded.orders()) {
                latestFailed.removeFirst();
            }
            long failures = latestFailed.stream().filter(one -> one).count();
            if (latestFailed.size() == guarded.orders() && failures > guarded.failedShare() * guarded.orders()) {
                set(new RefusalDetails.Ban(at.plus(guarded.ban()), AbuseRules.TIER));
            }
        });
    }

    void set(RefusalDetails.Ban other) {
        ban = other;
        latestFailed.clear();
    }

    void lift() {
        ban = null;
    }

    /** @throws RefusedException while a ban is on */
    void check(Duration now) {
        RefusalDetails.Ban current = ban;
        if (current != null && now.compareTo(current.until()) < 0) {
            throw RefusedException.banned(current, now);
        }
    }
}
