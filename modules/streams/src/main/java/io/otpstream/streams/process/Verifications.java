package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.Decision;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.OrderNews;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.store.VerificationStore;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The shell around the decider: load, decide, store, hand out the effects. Belongs to the task's thread. */
final class Verifications {

    private final Lifecycle lifecycle;
    private final CountryPlan countries;
    private final VerificationStore store;
    private final Outbox outbox;
    private final OrderMeters meters;
    private final ProcessorContext<String, ? super Output> context;

    Verifications(
            Lifecycle lifecycle,
            CountryPlan countries,
            VerificationStore store,
            Outbox outbox,
            OrderMeters meters,
            ProcessorContext<String, ? super Output> context) {
        this.lifecycle = lifecycle;
        this.countries = countries;
        this.store = store;
        this.outbox = outbox;
        this.meters = meters;
        this.context = context;
    }

    /** Something happened to a verification; a call that follows gets its permit later. */
    void happened(String requestId, Event event, Instant now) {
        decide(requestId, event, now, null);
    }

    /** The same, with a permit for the call that is expected to follow; given back if none does. */
    void happened(String requestId, Event event, Instant now, Promise promise) {
        if (!decide(requestId, event, now, promise)) {
            promise.giveBack();
        }
    }

    /** Whether the promise was used. */
    private boolean decide(String requestId, Event event, Instant now, @Nullable Promise promise) {
        Decision decision = foresee(requestId, event, now);
        adopt(requestId, decision, now);
        boolean used = false;
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Call call) {
                outbox.add(new Addressed(requestId, context.taskId().partition(), call), used ? null : promise);
                used = true;
            }
        }
        return used;
    }

    /** What this event would make of a verification. Nothing is stored. */
    Decision foresee(String requestId, Event event, Instant now) {
        return lifecycle.decide(store.get(requestId), event, now);
    }

    /** Makes of a verification what was foreseen. Calls are left to who asks for that. */
    void adopt(String requestId, Decision decision, Instant now) {
        store.put(requestId, decision.state());
        if (isWaitedFor(decision)) {
            commitSoon();
        }
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.SendCreate create) {
                countries.placed(create.countryId(), create.platformId(), now);
            } else if (!(effect instanceof Effect.Call)) {
                publish(requestId, effect, now);
            }
        }
    }

    /** The transaction need not wait for its interval: the call may leave, or the result be read, the sooner. */
    void commitSoon() {
        context.commit();
    }

    /** Nothing that bad input alone brings about, of which there may be any number. */
    private static boolean isWaitedFor(Decision decision) {
        return decision.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Call
                        || effect instanceof Effect.PublishOrder
                        || effect instanceof Effect.PublishCode);
    }

    private void publish(String requestId, Effect effect, Instant now) {
        switch (effect) {
            case Effect.PublishOrder(OrderNews news) -> {
                forward(requestId, new Output.Ordered(Outputs.event(requestId, news, now)), now);
                meters.count(news);
                if (news.kind() == OrderNews.Kind.IN_DOUBT) {
                    forward(requestId, new Output.Raised(Outputs.doubt(requestId, news, now)), now);
                }
            }
            case Effect.PublishCode code -> forward(requestId, new Output.Code(Outputs.code(requestId, code)), now);
            case Effect.PublishOutcome end ->
                forward(requestId, new Output.NoCode(Outputs.noCode(requestId, end, now)), now);
            case Effect.Call call -> throw new IllegalArgumentException("a call is not published");
        }
    }

    private void forward(String requestId, Output output, Instant now) {
        context.forward(new Record<>(requestId, output, now.toEpochMilli()));
    }
}
