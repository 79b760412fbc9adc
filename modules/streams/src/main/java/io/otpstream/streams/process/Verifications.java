package io.otpstream.streams.process;

import io.otpstream.contract.TraceContext;
import io.otpstream.domain.lifecycle.Decision;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.OrderNews;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.store.Kept;
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

    /**
     * A request was read, or what should be one. The first of its id counts: its trace is that of every record which is
     * published about the request from now on.
     *
     * @param trace null for none
     */
    void requested(String requestId, Event event, @Nullable TraceContext trace, Instant now) {
        Kept before = store.kept(requestId);
        decide(requestId, new Kept(before.state(), before.traceOr(trace)), event, now, null);
    }

    /** Something happened to a verification; a call that follows gets its permit later. */
    void happened(String requestId, Event event, Instant now) {
        decide(requestId, store.kept(requestId), event, now, null);
    }

    /** The same, with a permit for the call that is expected to follow; given back if none does. */
    void happened(String requestId, Event event, Instant now, Promise promise) {
        if (!decide(requestId, store.kept(requestId), event, now, promise)) {
            promise.giveBack();
        }
    }

    /** Whether the promise was used. */
    private boolean decide(String requestId, Kept before, Event event, Instant now, @Nullable Promise promise) {
        Decision decision = lifecycle.decide(before.state(), event, now);
        adopt(requestId, decision, before.trace(), now);
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
        adopt(requestId, decision, store.kept(requestId).trace(), now);
    }

    private void adopt(String requestId, Decision decision, @Nullable TraceContext trace, Instant now) {
        store.put(requestId, new Kept(decision.state(), trace));
        if (isWaitedFor(decision)) {
            commitSoon();
        }
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.SendCreate create) {
                countries.placed(create.countryId(), create.platformId(), now);
            } else if (!(effect instanceof Effect.Call)) {
                publish(new Envelope(requestId, trace, now), effect);
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

    private void publish(Envelope envelope, Effect effect) {
        String requestId = envelope.requestId();
        Instant now = envelope.at();
        switch (effect) {
            case Effect.PublishOrder(OrderNews news) -> {
                forward(envelope, new Output.Ordered(Outputs.event(requestId, news, now)));
                meters.count(news);
                if (news.kind() == OrderNews.Kind.IN_DOUBT) {
                    forward(envelope, new Output.Raised(Outputs.doubt(requestId, news, now)));
                }
            }
            case Effect.PublishCode code -> forward(envelope, new Output.Code(Outputs.code(requestId, code)));
            case Effect.PublishOutcome end -> forward(envelope, new Output.NoCode(Outputs.noCode(requestId, end, now)));
            case Effect.Call call -> throw new IllegalArgumentException("a call is not published");
        }
    }

    private void forward(Envelope envelope, Output output) {
        context.forward(envelope.around(output));
    }

    /** What all records have that one decision brings about. */
    private record Envelope(String requestId, @Nullable TraceContext trace, Instant at) {

        /** Each with headers of its own, which a step behind may change. */
        Record<String, Output> around(Output output) {
            Record<String, Output> record = new Record<>(requestId, output, at.toEpochMilli());
            if (trace != null) {
                trace.writeTo(record.headers());
            }
            return record;
        }
    }
}
