package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Refusals that somebody has ordered for the next requests of a call, before anybody looks at what they ask for. */
final class ForcedRefusals {

    private static final RetryAfter SOON = new RetryAfter(Duration.ofSeconds(2), RetryAfter.Form.SECONDS);

    private final Map<ApiCall, ArrayDeque<Refusal>> waiting = new EnumMap<>(ApiCall.class);
    private final Traffic traffic;

    ForcedRefusals(Traffic traffic) {
        this.traffic = traffic;
    }

    void add(ApiCall call, Refusal refusal, int times) {
        ArrayDeque<Refusal> queue = waiting.computeIfAbsent(call, one -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.addLast(refusal);
        }
    }

    /** @throws RefusedException when the next request of this call is to be refused */
    void check(ApiCall call, Duration now) {
        ArrayDeque<Refusal> queue = waiting.get(call);
        if (queue != null && !queue.isEmpty()) {
            throw refused(queue.removeFirst(), now);
        }
    }

    private RefusedException refused(Refusal refusal, Duration now) {
        return switch (refusal) {
            case RATE_LIMIT_EXCEEDED -> traffic.rateLimited(Optional.of(SOON));
            case TEMP_BANNED ->
                RefusedException.banned(new RefusalDetails.Ban(now.plus(AbuseRules.BAN), AbuseRules.TIER), now);
            case PROVIDER_ERROR -> RefusedException.provider(RefusalDetails.Cause.PROVIDER_ERROR);
            case UNAUTHORIZED,
                    FORBIDDEN,
                    INVALID_PARAMETERS,
                    INSUFFICIENT_BALANCE,
                    PRODUCT_UNAVAILABLE,
                    ORDER_NOT_FOUND,
                    CONFLICT,
                    NUMBER_NOT_RENTED,
                    CANCEL_TOO_EARLY,
                    REQUEST_IN_PROGRESS,
                    IDEMPOTENCY_KEY_REUSED,
                    FX_RATE_UNAVAILABLE,
                    MALFORMED_QUERY,
                    NOT_FOUND,
                    INTERNAL_ERROR,
                    SERVICE_UNAVAILABLE -> RefusedException.of(refusal, "refused because somebody wants to see it");
        };
    }
}
