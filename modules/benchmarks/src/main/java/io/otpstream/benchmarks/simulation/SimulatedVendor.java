package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.budget.ApiCounts;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Purchased;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The vendor as it really is: every order, what it cost, and when it was looked at. */
final class SimulatedVendor {

    static final long PRICE_IDR = 3_000;
    static final Duration LIFETIME = Duration.ofMinutes(20);

    private static final Duration LOOK_GAP = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Agenda agenda;
    private final VendorRules rules;
    private final SlidingWindow window;
    private final Map<String, Rented> orders = new LinkedHashMap<>();
    private final List<String> tooEarlyLooks = new ArrayList<>();
    private final Map<String, Rented> live = new LinkedHashMap<>();
    private final Map<String, Purchase> purchases = new HashMap<>();
    private Consumer<String> onText = orderId -> {};
    private long fingerprint = 17;
    private long looks;
    private long creates;
    private long finishes;

    private record Purchase(String body, ApiResult<Purchased> result) {}

    /** An order, with the call that placed it. */
    static final class Rented {
        private final String orderId;
        private final String callId;
        private final Instant createdAt;
        private OrderStatus status = OrderStatus.WAITING;
        private @Nullable Long lastLookNanos;
        private final Map<Object, Long> lastLooks = new HashMap<>();
        private @Nullable Instant textedAt;

        private Rented(String orderId, String callId, Instant createdAt) {
            this.orderId = orderId;
            this.callId = callId;
            this.createdAt = createdAt;
        }

        String orderId() {
            return orderId;
        }

        /** {@code request id/attempt/call}. */
        String callId() {
            return callId;
        }

        Instant createdAt() {
            return createdAt;
        }

        OrderStatus status() {
            return status;
        }

        /** When its code came; null while there is none. */
        @Nullable
        Instant textedAt() {
            return textedAt;
        }
    }

    SimulatedVendor(Agenda agenda, VendorRules rules) {
        this.agenda = agenda;
        this.rules = rules;
        this.window = new SlidingWindow(rules.requestsPerMinute(), MINUTE);
    }

    Dialect dialect() {
        return rules.dialect();
    }

    /** Who is told of every text that came to an order. */
    void onText(Consumer<String> listener) {
        onText = listener;
    }

    /** Counts a request. Empty when it is let in; otherwise the pause that is asked for, in whole seconds as HTTP has it. */
    Optional<Duration> admit() {
        return window.admit(agenda.nanos())
                .map(wait -> Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds()));
    }

    /** How many numbers the catalogue says are left. */
    int availableCount(RandomGenerator random) {
        return rules.leastInStock() + random.nextInt(20);
    }

    /** One number, as the guide has it. */
    Order create(String callId) {
        note(callId);
        creates++;
        return view(rent(callId));
    }

    /** Some numbers, at most once per key. Another body under the same key is refused. */
    ApiResult<Purchased> purchase(String key, String body, int quantity) {
        note("purchase " + key);
        Purchase before = purchases.get(key);
        if (before != null) {
            return before.body().equals(body) ? before.result() : new ApiResult.Failure<>(new ApiError.KeyReused());
        }
        ApiResult<Purchased> result = buy(key, quantity);
        purchases.put(key, new Purchase(body, result));
        return result;
    }

    private ApiResult<Purchased> buy(String key, int quantity) {
        Optional<ApiError> refusal = refusalOf(key);
        if (refusal.isPresent()) {
            return new ApiResult.Failure<>(refusal.get());
        }
        creates++;
        int failed = failedOf(key, quantity);
        List<Order> bought = new ArrayList<>();
        for (int index = 0; index < quantity - failed; index++) {
            bought.add(view(rent(key + "/" + index)));
        }
        // The contract promises no order among them.
        return new ApiResult.Success<>(new Purchased(bought.reversed(), failed));
    }

    /** Where stock may run out, some purchases are refused, as often as they come. */
    private Optional<ApiError> refusalOf(String key) {
        int chance = rules.leastInStock() > 0 ? 0 : Math.floorMod(key.hashCode(), 16);
        return switch (chance) {
            case 1 -> Optional.of(new ApiError.ProductUnavailable("NO_OFFER_AVAILABLE"));
            case 2 -> Optional.of(new ApiError.ProviderError("no_numbers"));
            case 3 -> Optional.of(new ApiError.InsufficientBalance());
            default -> Optional.empty();
        };
    }

    /** Where stock may run out, it sometimes does in the middle of a purchase. */
    private int failedOf(String key, int quantity) {
        boolean mayFail = rules.leastInStock() == 0 && quantity > 1;
        return mayFail && Math.floorMod(key.hashCode(), 4) == 0 ? 1 : 0;
    }

    private Rented rent(String callId) {
        Rented rented = new Rented(nextOrderId(), callId, agenda.instant());
        live.put(rented.orderId, rented);
        orders.put(rented.orderId, rented);
        agenda.after(LIFETIME, () -> expire(rented));
        rules.texts().arrivalOf(orders.size()).ifPresent(delay -> agenda.after(delay, () -> text(rented.orderId)));
        return rented;
    }

    private String nextOrderId() {
        int number = orders.size() + 1;
        return switch (rules.dialect()) {
            case GUIDE -> "o" + number;
            case PUBLISHED -> Integer.toString(number);
        };
    }

    private void expire(Rented rented) {
        if (rented.status == OrderStatus.TEXT_RECEIVED) {
            over(rented, OrderStatus.COMPLETED);
        }
        end(rented, OrderStatus.EXPIRED);
    }

    private void over(Rented rented, OrderStatus status) {
        rented.status = status;
        live.remove(rented.orderId);
    }

    /** The vendor ends an order that got no text, and refunds it. */
    void end(Rented rented, OrderStatus status) {
        if (rented.status == OrderStatus.WAITING) {
            over(rented, status);
        }
    }

    /** Somebody texts the number of an order. */
    void text(String orderId) {
        Rented rented = orders.get(orderId);
        if (rented != null && rented.status == OrderStatus.WAITING) {
            rented.textedAt = agenda.instant();
            switch (rules.dialect()) {
                case GUIDE -> over(rented, OrderStatus.COMPLETED);
                case PUBLISHED -> rented.status = OrderStatus.TEXT_RECEIVED;
            }
            onText.accept(orderId);
        }
    }

    /** All that are not over, newest first, without numbers and prices. */
    List<Order> activeOrders() {
        note("active");
        looks++;
        return live.values().stream()
                .map(this::view)
                .map(order -> new Order(
                        order.orderId(),
                        null,
                        order.status(),
                        order.otpCode(),
                        null,
                        null,
                        order.expiresAt(),
                        order.smsRevision(),
                        order.cancelAvailableAt()))
                .toList()
                .reversed();
    }

    /** Of any state, newest first. */
    List<Order> newestOrders(int limit, int offset) {
        note("orders");
        looks++;
        return orders.values().stream().toList().reversed().stream()
                .skip(offset)
                .limit(limit)
                .map(this::view)
                .toList();
    }

    /** Ends an order that a text has come for. */
    ApiResult<FinishAccepted> finish(String orderId) {
        note("finish " + orderId);
        Rented rented = orders.get(orderId);
        if (rented == null) {
            return new ApiResult.Failure<>(new ApiError.OrderNotFound("NOT_FOUND"));
        }
        if (rented.status != OrderStatus.TEXT_RECEIVED) {
            return new ApiResult.Failure<>(new ApiError.Conflict());
        }
        finishes++;
        over(rented, OrderStatus.COMPLETED);
        return new ApiResult.Success<>(new FinishAccepted());
    }

    /** The order with this id, which must be one. */
    Rented order(String orderId) {
        return Objects.requireNonNull(orders.get(orderId), orderId);
    }

    /** What came in so far. */
    ApiCounts counts() {
        return new ApiCounts(window.requests(), looks, window.refused(), creates, orders.size(), finishes);
    }

    /**
     * A look at one order.
     *
     * @param who has to keep the distance to looks of its own; the same for all whose looks are one
     */
    ApiResult<Order> look(String orderId, Object who) {
        note("look " + orderId);
        looks++;
        Rented rented = orders.get(orderId);
        if (rented == null) {
            return new ApiResult.Failure<>(new ApiError.OrderNotFound());
        }
        rented.lastLookNanos = agenda.nanos();
        Long last = rented.lastLooks.put(who, agenda.nanos());
        if (last != null && agenda.nanos() - last < LOOK_GAP.toNanos()) {
            tooEarlyLooks.add(orderId + " after " + (agenda.nanos() - last) / 1_000_000 + " ms");
        }
        return new ApiResult.Success<>(view(rented));
    }

    /** Whether anybody had looked at the order before that moment. */
    boolean wasLookedAt(String orderId, long beforeNanos) {
        Rented rented = orders.get(orderId);
        return rented != null && rented.lastLookNanos != null && rented.lastLookNanos < beforeNanos;
    }

    ApiResult<CancelAccepted> cancel(String orderId) {
        note("cancel " + orderId);
        Rented rented = orders.get(orderId);
        if (rented == null) {
            return new ApiResult.Failure<>(new ApiError.OrderNotFound());
        }
        ApiError refusal = refusal(rented);
        if (refusal != null) {
            return new ApiResult.Failure<>(refusal);
        }
        end(rented, OrderStatus.CANCELLED);
        return new ApiResult.Success<>(new CancelAccepted());
    }

    /** Why an order can't be cancelled now; null if it can. The guide's dialect forgives a second cancel. */
    private @Nullable ApiError refusal(Rented rented) {
        boolean tooEarly = agenda.instant().isBefore(cancelFrom(rented));
        return switch (rules.dialect()) {
            case GUIDE ->
                switch (rented.status) {
                    case COMPLETED, EXPIRED, TEXT_RECEIVED -> new ApiError.OtherRejection(409, "CONFLICT", "");
                    case WAITING, CANCELLED ->
                        tooEarly ? new ApiError.OtherRejection(409, "CANCEL_TOO_EARLY", "") : null;
                };
            case PUBLISHED ->
                switch (rented.status) {
                    case COMPLETED, EXPIRED, TEXT_RECEIVED, CANCELLED -> new ApiError.Conflict();
                    case WAITING -> tooEarly ? new ApiError.CancelTooEarly(null) : null;
                };
        };
    }

    private Instant cancelFrom(Rented rented) {
        return rented.createdAt.plus(rules.noCancelBefore());
    }

    /** Of every call that arrived, and when. */
    long fingerprint() {
        return fingerprint;
    }

    private void note(String call) {
        fingerprint = 31 * (31 * fingerprint + call.hashCode()) + agenda.nanos();
    }

    /** All that were ever placed, oldest first. */
    List<Rented> orders() {
        return List.copyOf(orders.values());
    }

    boolean hasLiveOrders() {
        return !live.isEmpty();
    }

    /** What completed orders cost: all others are refunded. */
    long spentIdr() {
        return PRICE_IDR
                * orders.values().stream()
                        .filter(rented -> rented.status == OrderStatus.COMPLETED)
                        .count();
    }

    /** Looks that came less than 5 s after the one before. */
    List<String> tooEarlyLooks() {
        return tooEarlyLooks;
    }

    static String codeOf(String orderId) {
        return "code-of-" + orderId;
    }

    private Order view(Rented rented) {
        boolean hasCode = rented.textedAt != null;
        boolean isPublished =
                switch (rules.dialect()) {
                    case GUIDE -> false;
                    case PUBLISHED -> true;
                };
        return new Order(
                rented.orderId,
                "+62" + rented.orderId.replace("o", ""),
                rented.status,
                hasCode ? codeOf(rented.orderId) : null,
                null,
                isPublished ? Long.valueOf(PRICE_IDR) : null,
                isPublished ? rented.createdAt.plus(LIFETIME) : null,
                isPublished ? Integer.valueOf(hasCode ? 1 : 0) : null,
                isPublished ? cancelFrom(rented) : null);
    }
}
