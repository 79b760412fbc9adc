package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request passes before anybody looks at what it asks for: token, rate limit, forced refusals and outages. */
final class Door {

    private final Traffic traffic;
    private final Faults faults;
    private final ForcedRefusals forcedRefusals;
    private final RequestLog log = new RequestLog();

    Door(Traffic traffic, Faults faults) {
        this.traffic = traffic;
        this.faults = faults;
        forcedRefusals = new ForcedRefusals(traffic);
    }

    /**
     * Counts a request, notes it and lets it in or not.
     *
     * @return what goes wrong with it; never a 429, which is refused here
     */
    Outage.Kind admit(@Nullable String token, ApiCall call, Optional<String> requestId, Duration now) {
        try {
            traffic.admit(token, now);
            forcedRefusals.check(call, now);
        } catch (RefusedException refused) {
            log.note(now, call, requestId, Outage.Kind.NONE, Optional.of(refused.refusal()));
            throw refused;
        }
        Outage.Kind fault = faults.next(call, now);
        if (fault.symptom() == Outage.Symptom.RATE_LIMITED) {
            log.note(now, call, requestId, fault, Optional.of(Refusal.RATE_LIMIT_EXCEEDED));
            throw traffic.rateLimited(faults.retryAfter(now));
        }
        log.note(now, call, requestId, fault, Optional.empty());
        return fault;
    }

    void setOutage(Outage outage) {
        faults.set(outage);
    }

    void refuseNext(ApiCall call, Refusal refusal, int times) {
        forcedRefusals.add(call, refusal, times);
    }

    /** How many requests of each kind were let in. */
    Map<ApiCall, Long> calls() {
        return log.letIn();
    }

    List<RequestLog.Entry> requests(ModelClock clock) {
        return log.entries(clock);
    }
}
