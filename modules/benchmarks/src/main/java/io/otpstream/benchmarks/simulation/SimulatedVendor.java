package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.budget.ApiCounts;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private long fingerprint = 17;
    private long looks;

    /** An order, with the call that placed it. */
    static final class Rented {
        private final String orderId;
        private final String callId;
        private final Instant createdAt;
        private OrderStatus status = OrderStatus.WAITING;
        private @Nullable Long lastLookNanos;
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

    /** Counts a request. Empty when it is let in; otherwise the pause that is asked for, in whole seconds as HTTP has it. */
    Optional<Duration> admit() {
        return window.admit(agenda.nanos())
                .map(wait -> Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds()));
    }

    /** How many numbers the catalogue says are left. */
    int availableCount(RandomGenerator random) {
        return rules.leastInStock() + random.nextInt(20);
    }

    Order create(String callId) {
        Rented rented = new Rented("o" + (orders.size() + 1), callId, agenda.instant());
        note(callId);
        orders.put(rented.orderId, rented);
        agenda.after(LIFETIME, () -> end(rented, OrderStatus.EXPIRED));
        rules.texts().arrivalOf(orders.size()).ifPresent(delay -> agenda.after(delay, () -> text(rented.orderId)));
        return view(rented);
    }

    /** The vendor ends an order that got no text, and refunds it. */
    void end(Rented rented, OrderStatus status) {
        if (rented.status == OrderStatus.WAITING) {
            rented.status = status;
        }
    }

    /** Somebody texts the number of an order. */
    void text(String orderId) {
        Rented rented = orders.get(orderId);
        if (rented != null && rented.status == OrderStatus.WAITING) {
            rented.status = OrderStatus.COMPLETED;
            rented.textedAt = agenda.instant();
        }
    }

    /** The order with this id, which must be one. */
    Rented order(String orderId) {
        return Objects.requireNonNull(orders.get(orderId), orderId);
    }

    /** What came in so far. */
    ApiCounts counts() {
        return new ApiCounts(window.requests(), looks, window.refused());
    }

    ApiResult<Order> look(String orderId) {
        note("look " + orderId);
        looks++;
        Rented rented = orders.get(orderId);
        if (rented == null) {
            return new ApiResult.Failure<>(new ApiError.OrderNotFound());
        }
        Long last = rented.lastLookNanos;
        if (last != null && agenda.nanos() - last < LOOK_GAP.toNanos()) {
            tooEarlyLooks.add(orderId + " after " + (agenda.nanos() - last) / 1_000_000 + " ms");
        }
        rented.lastLookNanos = agenda.nanos();
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
        if (rented.status == OrderStatus.COMPLETED || rented.status == OrderStatus.EXPIRED) {
            return new ApiResult.Failure<>(new ApiError.OtherRejection(409, "CONFLICT", ""));
        }
        if (agenda.instant().isBefore(rented.createdAt.plus(rules.noCancelBefore()))) {
            return new ApiResult.Failure<>(new ApiError.OtherRejection(409, "CANCEL_TOO_EARLY", ""));
        }
        end(rented, OrderStatus.CANCELLED);
        return new ApiResult.Success<>(new CancelAccepted());
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
        return orders.values().stream().anyMatch(rented -> rented.status == OrderStatus.WAITING);
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

    private static Order view(Rented rented) {
        boolean completed = rented.status == OrderStatus.COMPLETED;
        return new Order(
                rented.orderId,
                "+62" + rented.orderId.substring(1),
                rented.status,
                completed ? codeOf(rented.orderId) : null,
                null,
                null,
                null);
    }
}
