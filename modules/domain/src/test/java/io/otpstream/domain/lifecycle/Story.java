package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One verification, told event by event: what happens is said in {@code when…}, what follows is asked afterwards. */
final class Story {

    private final Lifecycle lifecycle;
    private State state = new State.Unknown();
    private Instant now = Samples.START;
    private List<Effect> effects = List.of();

    Story() {
        this(LifecycleRules.guide());
    }

    Story(LifecycleRules rules) {
        lifecycle = new Lifecycle(rules);
    }

    static Story of(Request request) {
        return new Story().when(new Event.Requested(request));
    }

    /** A story in which a number is rented. */
    static Story open(int maxAttempts, String orderId) {
        return of(Samples.request(maxAttempts, Samples.INDONESIA, Samples.VIETNAM))
                .place(orderId);
    }

    Story when(Event event) {
        Decision decision = lifecycle.decide(state, event, now);
        state = decision.state();
        effects = decision.effects();
        return this;
    }

    Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story at(Instant instant) {
        now = instant;
        return this;
    }

    Story whenTimeCame() {
        return when(new Event.TimeCame());
    }

    Story whenPermit() {
        return whenPermit(Samples.offers());
    }

    Story whenPermit(List<Offer> offers) {
        return when(new Event.PermitPromised(now.plusSeconds(1), offers));
    }

    /** The create that was just sent fails. */
    Story whenCreateFails(ApiError error) {
        return when(new Event.CreateAnswered(create(), Samples.failure(error), now));
    }

    /** A permit comes, and the API rents a number. */
    Story place(String orderId) {
        whenPermit();
        return when(new Event.CreateAnswered(create(), Samples.answer(orderId, OrderStatus.WAITING), now));
    }

    Story whenLookSees(String orderId, OrderStatus status) {
        return when(new Event.LookAnswered(orderId, lastCall(), Samples.answer(orderId, status), now));
    }

    Story whenLookFails(String orderId, ApiError error) {
        return when(new Event.LookAnswered(orderId, lastCall(), Samples.failure(error), now));
    }

    Story whenCancelled(String orderId) {
        return when(new Event.CancelAnswered(orderId, new ApiResult.Success<>(new CancelAccepted()), now));
    }

    Story whenCancelFails(String orderId, ApiError error) {
        return when(new Event.CancelAnswered(orderId, Samples.failure(error), now));
    }

    private int lastCall() {
        return state instanceof State.Known known ? known.history().calls() : 0;
    }

    Instant now() {
        return now;
    }

    State state() {
        return state;
    }

    /** The state, which has to be of this kind. */
    <T extends State> T state(Class<T> kind) {
        assertThat(state).isInstanceOf(kind);
        return kind.cast(state);
    }

    List<Effect> effects() {
        return effects;
    }

    Effect.SendCreate create() {
        return only(Effect.SendCreate.class);
    }

    OrderNews news() {
        return only(Effect.PublishOrder.class).news();
    }

    Effect.PublishCode code() {
        return only(Effect.PublishCode.class);
    }

    Effect.PublishOutcome outcome() {
        return only(Effect.PublishOutcome.class);
    }

    /** The one effect of this kind that the last event had. */
    <T extends Effect> T only(Class<T> kind) {
        List<T> found =
                effects.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found)
                .as("effects %s of kind %s", effects, kind.getSimpleName())
                .hasSize(1);
        return found.getFirst();
    }
}
