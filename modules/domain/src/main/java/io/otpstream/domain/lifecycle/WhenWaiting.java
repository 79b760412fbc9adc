package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.domain.lifecycle.State.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The request waits: for its codes to be looked up, if it has any, and for a permit. Picks the country when one is
 * promised.
 */
final class WhenWaiting {

    /** The API has no code for what the catalogue says before a create is sent. */
    private static final String NO_STOCK_IN_CATALOGUE = "NO_STOCK_IN_CATALOGUE";

    private static final String PRICE_ABOVE_LIMIT = "PRICE_ABOVE_LIMIT";

    private final Steps steps;

    WhenWaiting(Steps steps) {
        this.steps = steps;
    }

    Decision decide(Waiting state, Event event, Instant now) {
        return switch (event) {
            case Event.Resolved resolved -> Decision.to(resolved(state, resolved.wanted()));
            case Event.Unresolvable unresolvable -> unresolvable(state, unresolvable, now);
            case Event.PermitPromised promised -> permitted(state, promised, now);
            case Event.Withdraw withdraw ->
                steps.settle(state.history(), Outcome.WITHDRAWN, "Withdrawn while no order was open.", now);
            case Event.TimeCame timeCame -> timeCame(state, now);
            case Event.CreateAnswered answered -> steps.orphan(state, answered, now);
            case Event.Requested e -> Decision.to(state);
            case Event.Malformed e -> Decision.to(state);
            case Event.SmsRequested e -> Decision.to(state);
            case Event.NumberRejected e -> Decision.to(state);
            case Event.LookAnswered e -> Decision.to(state);
            case Event.CancelAnswered e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
            case Event.Reassigned e -> Decision.to(state);
            case Event.Seen e -> Decision.to(state);
            case Event.FinishAnswered e -> Decision.to(state);
            case Event.AnotherTextWanted e -> Decision.to(state);
            case Event.ResendAnswered e -> Decision.to(state);
        };
    }

    private Decision timeCame(Waiting state, Instant now) {
        Request request = state.history().request();
        if (now.isBefore(request.startBefore())) {
            return Decision.to(state);
        }
        return steps.settle(
                state.history(), Outcome.START_EXPIRED, "No order could be started before start_before.", now);
    }

    private static Waiting resolved(Waiting state, Wanted.Ids found) {
        return switch (state.history().request().wanted()) {
            case Wanted.Ids ids -> state;
            case Wanted.Codes codes ->
                new Waiting(
                        state.history().resolved(found), state.firstCountry(), state.unavailable(), state.notBefore());
        };
    }

    private Decision unresolvable(Waiting state, Event.Unresolvable what, Instant now) {
        return switch (state.history().request().wanted()) {
            case Wanted.Ids ids -> Decision.to(state);
            case Wanted.Codes codes -> steps.reject(state.history(), what.field(), what.reason(), now);
        };
    }

    private Decision permitted(Waiting state, Event.PermitPromised promised, Instant now) {
        return switch (state.history().request().wanted()) {
            case Wanted.Ids ids -> place(state, promised, now);
            case Wanted.Codes codes -> Decision.to(state);
        };
    }

    private Decision place(Waiting state, Event.PermitPromised promised, Instant now) {
        if (now.isBefore(state.notBefore())) {
            return Decision.to(state);
        }
        Request request = state.history().request();
        if (!now.isBefore(request.startBefore())) {
            return timeCame(state, now);
        }
        Map<Integer, Offer> offers =
                promised.offers().stream().collect(Collectors.toMap(Offer::countryId, Function.identity()));
        History history = state.history();
        boolean barred = false;
        for (int countryId : inOrder(state, promised.offers())) {
            if (state.unavailable().contains(countryId)) {
                continue;
            }
            Offer offer = offers.get(countryId);
            if (offer == null || offer.availableCount() <= 0) {
                history = history.plus(passedOver(history, countryId, AttemptEnd.NO_STOCK, NO_STOCK_IN_CATALOGUE));
            } else if (offer.isAbove(request.maxPriceIdr())) {
                history = history.plus(passedOver(history, countryId, AttemptEnd.PRICE_ABOVE_LIMIT, PRICE_ABOVE_LIMIT));
            } else if (offer.barred()) {
                barred = true;
            } else {
                return placeIn(offer, state, promised.sendBy());
            }
        }
        // What was passed over is noted when that is all there is; otherwise it would be noted again each time.
        return barred ? waitForCountry(state, now) : noCountryLeft(history, now);
    }

    /** The request's countries, the one to be tried first at the beginning. */
    private static Collection<Integer> inOrder(Waiting state, List<Offer> offers) {
        Request request = state.history().request();
        List<Integer> listed = request.countryIds();
        return switch (request.choice()) {
            case LISTED -> {
                List<Integer> rotated = new ArrayList<>(listed);
                Collections.rotate(rotated, -state.firstCountry());
                yield rotated;
            }
            case CHEAPEST, BEST -> {
                Set<Integer> chosen = offers.stream()
                        .map(Offer::countryId)
                        .filter(listed::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                // What has no offer is passed over, and that is noted.
                chosen.addAll(listed);
                yield chosen;
            }
        };
    }

    private static PastAttempt passedOver(History history, int countryId, AttemptEnd end, String errorCode) {
        return new PastAttempt(history.attempt(), countryId, end, null, null, errorCode);
    }

    /** There is a country that will do, only not now. */
    private Decision waitForCountry(Waiting state, Instant now) {
        return Decision.to(new Waiting(
                state.history(),
                state.firstCountry(),
                state.unavailable(),
                now.plus(steps.rules().pauses().longest())));
    }

    private static Decision placeIn(Offer offer, Waiting state, Instant sendBy) {
        History history = state.history().oneMoreCall();
        int call = history.calls();
        return Decision.to(
                new Placing(
                        history,
                        state.firstCountry(),
                        state.unavailable(),
                        offer.countryId(),
                        offer.priceIdr(),
                        call,
                        sendBy,
                        false),
                new SendCreate(
                        history.attempt(),
                        call,
                        offer.countryId(),
                        history.request().platformId(),
                        offer.priceIdr(),
                        sendBy,
                        wish(offer, history.request())));
    }

    private static @Nullable ProductWish wish(Offer offer, Request request) {
        Integer product = offer.catalogProductId();
        return product == null
                ? null
                : new ProductWish(product, request.maxPriceIdr(), request.routing(), offer.operatorId());
    }

    /** Every country was passed over, here or by the API. A price is a reason that the requester can change. */
    private Decision noCountryLeft(History history, Instant now) {
        boolean tooDear = history.past().stream()
                .anyMatch(past -> past.attempt() == history.attempt() && past.end() == AttemptEnd.PRICE_ABOVE_LIMIT);
        return tooDear
                ? steps.settle(
                        history,
                        Outcome.PRICE_ABOVE_LIMIT,
                        "Where there is stock, the price is above max_price_idr.",
                        now)
                : steps.settle(history, Outcome.NO_STOCK, "None of the countries has a number in stock.", now);
    }
}
