package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Effect.PublishCode;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendFinish;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.Effect.SendResend;
import io.otpstream.domain.lifecycle.State.Known;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.domain.lifecycle.State.Settled;
import io.otpstream.domain.lifecycle.State.SettledUnread;
import io.otpstream.domain.lifecycle.State.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads along with one verification and objects as soon as a promise is broken. */
final class Journal {

    /** More steps than this at one instant would keep a stream thread busy for ever. */
    private static final int PATIENCE = 50;

    private final Lifecycle lifecycle;
    private final LifecycleRules rules;
    private final Map<String, Instant> lastLooks = new HashMap<>();
    private final Set<String> rented = new HashSet<>();
    private final Set<String> over = new HashSet<>();
    private int finals;
    private int creates;
    private int neverSent;
    private int outOfStock;
    private int inDoubt;

    Journal(Lifecycle lifecycle, LifecycleRules rules) {
        this.lifecycle = lifecycle;
        this.rules = rules;
    }

    /** How many final records were published. */
    int finals() {
        return finals;
    }

    void read(State before, Event event, Instant now, Decision decision) {
        count(before, event, decision);
        oneFinalRecord(before, decision);
        looksKeepTheirDistance(decision, now);
        createsAreAllowed(before, event, now, decision);
        createsAreBounded(decision.state());
        noOrderIsForgotten(event, decision);
        nothingIsSecret(decision);
        timeMakesProgress(decision.state(), now);
        callsMatchTheirDues(before, event, now, decision);
    }

    private void count(State before, Event event, Decision decision) {
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case PublishCode code -> finals += code.followUp() ? 0 : 1;
                case PublishOutcome outcome -> finals++;
                case SendCreate create -> creates++;
                case PublishOrder(OrderNews news) -> {
                    if (news.kind() == OrderNews.Kind.IN_DOUBT) {
                        inDoubt++;
                    }
                }
                case SendLook look -> {}
                case SendCancel cancel -> {}
                case SendFinish finish -> {}
                case SendResend resend -> {}
            }
        }
        if (event
                        instanceof
                        Event.CreateAnswered(
                                SendCreate create,
                                ApiResult.Failure<Order>(ApiError error),
                                Instant sentAt)
                && before instanceof Placing placing
                && placing.sendBy().equals(create.sendBy())
                && placing.call() == create.call()) {
            switch (error) {
                case ApiError.ProductUnavailable e -> outOfStock++;
                case ApiError.ProviderError e -> outOfStock++;
                case ApiError.TemporarilyBanned e -> neverSent++;
                case ApiError.NotBought e -> neverSent++;
                case ApiError.Conflict e -> {}
                case ApiError.CancelTooEarly e -> {}
                case ApiError.RequestInProgress e -> {}
                case ApiError.KeyReused e -> {}
                case ApiError.NotSent e -> neverSent++;
                case ApiError.RateLimited e -> neverSent++;
                case ApiError.InsufficientBalance e -> neverSent++;
                case ApiError.Unauthorized e -> neverSent++;
                case ApiError.Forbidden e -> neverSent++;
                case ApiError.InvalidParameters e -> {}
                case ApiError.OrderNotFound e -> {}
                case ApiError.OtherRejection e -> {}
                case ApiError.ServerFailure e -> {}
                case ApiError.Unreadable e -> {}
                case ApiError.NoAnswer e -> {}
            }
        }
    }

    private void oneFinalRecord(State before, Decision decision) {
        boolean settled = isSettled(decision.state());
        assertThat(finals).as("final records").isEqualTo(settled ? 1 : 0);
        if (isSettled(before)) {
            assertThat(decision.state()).isInstanceOf(before.getClass());
            assertThat(decision.effects()).as("no create once settled").noneMatch(SendCreate.class::isInstance);
        }
    }

    private void looksKeepTheirDistance(Decision decision, Instant now) {
        for (Effect effect : decision.effects()) {
            if (effect instanceof SendLook look) {
                Instant last = lastLooks.put(look.orderId(), now);
                if (last != null) {
                    assertThat(now)
                            .as("a look at %s after the one at %s", look.orderId(), last)
                            .isAfterOrEqualTo(last.plus(rules.lookGap()));
                }
            }
        }
    }

    private static void createsAreAllowed(State before, Event event, Instant now, Decision decision) {
        List<SendCreate> sent = decision.effects().stream()
                .filter(SendCreate.class::isInstance)
                .map(SendCreate.class::cast)
                .toList();
        if (sent.isEmpty()) {
            return;
        }
        assertThat(sent).hasSize(1);
        assertThat(event).as("what sends a create").isInstanceOf(Event.PermitPromised.class);
        assertThat(before).isInstanceOf(Waiting.class);
        SendCreate create = sent.getFirst();
        Event.PermitPromised permit = (Event.PermitPromised) event;
        Waiting waiting = (Waiting) before;
        Request request = waiting.history().request();
        assertThat(create.sendBy()).isEqualTo(permit.sendBy());
        assertThat(now).isBefore(request.startBefore()).isAfterOrEqualTo(waiting.notBefore());
        assertThat(create.platformId()).isEqualTo(request.platformId());
        assertThat(request.countryIds()).contains(create.countryId());
        assertThat(permit.offers())
                .anyMatch(offer -> offer.countryId() == create.countryId()
                        && offer.priceIdr() == create.priceIdr()
                        && offer.availableCount() > 0);
        Long most = request.maxPriceIdr();
        if (most != null) {
            assertThat(create.priceIdr()).isLessThanOrEqualTo(most);
        }
        Placing placing = (Placing) decision.state();
        assertThat(placing.sendBy()).isEqualTo(permit.sendBy());
        assertThat(placing.call()).isEqualTo(create.call());
    }

    /** What may have rented a number is bounded by the attempts and the doubts; what certainly did not is not. */
    private void createsAreBounded(State after) {
        if (after instanceof Known known) {
            Request request = known.history().request();
            int doubtful = rules.inDoubtPolicy() == InDoubtPolicy.FAIL ? 1 : rules.mostDoubts();
            assertThat(inDoubt).as("creates in doubt").isLessThanOrEqualTo(doubtful);
            assertThat(creates - neverSent - outOfStock)
                    .as("creates that may have rented a number")
                    .isLessThanOrEqualTo(request.maxAttempts() + inDoubt);
            assertThat(outOfStock)
                    .as("creates refused for want of stock")
                    .isLessThanOrEqualTo(request.maxAttempts() * countries(request.wanted()));
        }
    }

    private static int countries(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Ids ids -> ids.countryIds().size();
            case Wanted.Codes codes -> 0;
        };
    }

    private void noOrderIsForgotten(Event event, Decision decision) {
        if (event
                instanceof
                Event.CreateAnswered(SendCreate create, ApiResult.Success<Order>(Order order), Instant sentAt)) {
            rented.add(order.orderId());
        }
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case PublishCode code -> over.add(code.order().orderId());
                case SendCancel cancel -> {
                    if (!(decision.state() instanceof Known)) {
                        over.add(cancel.orderId());
                    }
                }
                case PublishOrder(OrderNews news) -> {
                    String orderId = news.orderId();
                    if (orderId != null && isEnd(news.kind())) {
                        over.add(orderId);
                    }
                }
                case PublishOutcome outcome -> {}
                case SendCreate create -> {}
                case SendLook look -> {}
                case SendFinish finish -> {}
                case SendResend resend -> {}
            }
        }
        List<String> minded = minded(decision.state()).toList();
        assertThat(minded).as("orders that somebody minds").doesNotHaveDuplicates();
        Set<String> forgotten = new HashSet<>(rented);
        forgotten.removeAll(over);
        minded.forEach(forgotten::remove);
        assertThat(forgotten).as("orders that nobody minds").isEmpty();
    }

    private static boolean isEnd(OrderNews.Kind kind) {
        return switch (kind) {
            case COMPLETED, EXPIRED, CANCELLED, LATE_CODE -> true;
            case PLACED, REFUSED, IN_DOUBT, ORPHANED, RESENT, RESEND_REFUSED -> false;
        };
    }

    private static Stream<String> minded(State state) {
        if (!(state instanceof Known known)) {
            return Stream.empty();
        }
        Stream<String> own =
                switch (known) {
                    case State.Open open -> Stream.of(open.order().orderId());
                    case State.Cancelling cancelling ->
                        Stream.of(cancelling.order().orderId());
                    case Waiting waiting -> Stream.empty();
                    case Placing placing -> Stream.empty();
                    case Settled settled ->
                        settled.held() == null
                                ? Stream.empty()
                                : Stream.of(settled.held().order().orderId());
                };
        return Stream.concat(own, known.history().cleanups().stream().map(Cleanup::orderId));
    }

    private static void nothingIsSecret(Decision decision) {
        Set<String> held = Texts.in(decision.state());
        assertThat(held).as("a state holds no code").doesNotContain(Samples.CODE);
        boolean isHeld = decision.state() instanceof Settled settled && settled.held() != null;
        if (isSettled(decision.state()) && !isHeld) {
            assertThat(held).as("a settled one holds no number").doesNotContain(Samples.NUMBER);
        }
        assertThat(decision.toString()).doesNotContain(Samples.CODE).doesNotContain(Samples.NUMBER);
    }

    /** Everything but an answer that is awaited has its time, and at that time something happens. */
    private void timeMakesProgress(State state, Instant now) {
        switch (state) {
            case State.Unknown s -> assertThat(Due.of(s)).isEmpty();
            case State.WithdrawnAhead s -> assertThat(s.forgetAt()).isNotNull();
            case SettledUnread s -> assertThat(s.forgetAt()).isNotNull();
            case Placing s -> {}
            case Settled s ->
                assertThat(Due.of(s)).hasSize(s.history().cleanups().size() + (s.held() == null ? 0 : 1));
            case Waiting s -> assertThat(Due.of(s)).isNotEmpty();
            case State.Open s -> assertThat(Due.of(s)).isNotEmpty();
            case State.Cancelling s -> assertThat(Due.of(s)).isNotEmpty();
        }
        State next = state;
        for (int steps = 0; isDue(next, now); steps++) {
            assertThat(steps).as("steps at one instant from %s", state).isLessThan(PATIENCE);
            next = lifecycle.decide(next, new Event.TimeCame(), now).state();
        }
    }

    /** What needs no call makes none, and what makes a call makes one for which a permit was asked. */
    private static void callsMatchTheirDues(State before, Event event, Instant now, Decision decision) {
        if (!(event instanceof Event.TimeCame)) {
            return;
        }
        Set<Due.Kind> kinds = Due.of(before).stream()
                .filter(due -> !due.at().isAfter(now))
                .map(due -> due.kind() == Due.Kind.CANCEL_UNUSED ? Due.Kind.CANCEL : due.kind())
                .collect(Collectors.toSet());
        List<Due.Kind> calls = decision.effects().stream()
                .flatMap(effect -> switch (effect) {
                    case SendLook look -> Stream.of(Due.Kind.LOOK);
                    case SendCancel cancel -> Stream.of(Due.Kind.CANCEL);
                    case SendFinish finish -> Stream.of(Due.Kind.FINISH);
                    case SendResend e -> Stream.of(Due.Kind.NO_CALL);
                    case SendCreate e -> Stream.of(Due.Kind.NO_CALL);
                    case PublishOrder e -> Stream.empty();
                    case PublishCode e -> Stream.empty();
                    case PublishOutcome e -> Stream.empty();
                })
                .toList();
        if (kinds.contains(Due.Kind.NO_CALL) || kinds.isEmpty()) {
            assertThat(calls).as("calls when no call is due").isEmpty();
        } else {
            assertThat(calls)
                    .as("calls when %s are due", kinds)
                    .hasSizeBetween(isFinishedByTime(before, now) ? 0 : 1, 1);
            assertThat(kinds).containsAll(calls);
        }
    }

    /** An order that has ended by itself needs no finish any more; another one may be due as well. */
    private static boolean isFinishedByTime(State state, Instant now) {
        return state instanceof Known known
                && known.history().cleanups().stream()
                        .anyMatch(cleanup -> cleanup.step() == Cleanup.Step.FINISH
                                && cleanup.expiresAt() != null
                                && !now.isBefore(cleanup.expiresAt()));
    }

    private static boolean isDue(State state, Instant now) {
        return Due.of(state).stream().anyMatch(due -> !due.at().isAfter(now));
    }

    static boolean isSettled(State state) {
        return state instanceof Settled || state instanceof SettledUnread;
    }
}
