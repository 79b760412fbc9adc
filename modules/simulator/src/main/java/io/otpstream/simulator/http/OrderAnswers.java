package io.otpstream.simulator.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.otpstream.simulator.vendor.Bought;
import io.otpstream.simulator.vendor.Capabilities;
import io.otpstream.simulator.vendor.CustomerOrders;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Operator;
import io.otpstream.simulator.vendor.OrderDetails;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code data} of the published calls about orders. Every shape has exactly the members that the contract lists. */
final class OrderAnswers {

    private OrderAnswers() {}

    static String status(OrderStatus status) {
        return switch (status) {
            case PENDING, ACTIVE -> "ACTIVE";
            case OTP_RECEIVED -> "OTP_RECEIVED";
            case COMPLETED -> "COMPLETED";
            case EXPIRED -> "EXPIRED";
            case CANCELLED -> "CANCELED";
        };
    }

    static int id(OrderDetails order) {
        return Integer.parseInt(order.id());
    }

    /** In every order. There is no call that replaces a number, though there is a capability. */
    record Can(
            boolean canFinish,
            boolean canResend,
            boolean canCancel,
            boolean canReplace,
            boolean canReactivate,
            @Nullable Instant resendAvailableAt,
            @Nullable Instant cancelAvailableAt,
            @Nullable Instant replaceAvailableAt) {
        static Can of(Capabilities can, ModelClock clock) {
            Instant cancelAt = instant(can.cancelAvailableAt(), clock);
            return new Can(
                    can.canFinish(),
                    can.canResend(),
                    can.canCancel(),
                    can.canCancel(),
                    can.canReactivate(),
                    instant(can.resendAvailableAt(), clock),
                    cancelAt,
                    cancelAt);
        }
    }

    /** An order that was just placed. */
    record Item(
            int id,
            String status,
            int productId,
            int catalogProductId,
            long amount,
            Secret phoneNumber,
            @Nullable Secret otpCode,
            @Nullable Instant otpReceivedAt,
            Instant expiresAt,
            @Nullable String failedReason,
            @Nullable Integer operatorId,
            @Nullable String operatorName,
            Can capabilities) {
        static Item of(OrderDetails order, ModelClock clock) {
            return new Item(
                    OrderAnswers.id(order),
                    OrderAnswers.status(order.status()),
                    order.productId(),
                    order.catalogProductId(),
                    order.product().priceIdr(),
                    order.phoneNumber(),
                    order.code().orElse(null),
                    instant(order.receivedAt(), clock),
                    clock.instantAt(order.expiresAt()),
                    order.failedReason().orElse(null),
                    order.operator().map(Operator::id).orElse(null),
                    order.operator().map(Operator::name).orElse(null),
                    Can.of(order.capabilities(), clock));
        }
    }

    record Created(List<Item> orders, int failedCount) {
        static Created of(Bought bought, ModelClock clock) {
            return new Created(
                    bought.orders().stream().map(order -> Item.of(order, clock)).toList(), bought.failed());
        }
    }

    /** An order that is read. Nothing in it tells of a refund. */
    record Summary(
            @JsonUnwrapped Item item,
            Instant createdAt,
            @Nullable Secret otpMessage,
            int smsRevision,
            @Nullable Instant canceledAt) {
        static Summary of(OrderDetails order, ModelClock clock) {
            return new Summary(
                    Item.of(order, clock),
                    clock.instantAt(order.createdAt()),
                    order.message().orElse(null),
                    order.smsRevision(),
                    instant(order.canceledAt(), clock));
        }
    }

    /** A row of the active orders: neither number, product, price nor time of creation. */
    record Active(
            int id,
            String status,
            @Nullable Secret otpCode,
            @Nullable Secret otpMessage,
            int smsRevision,
            @Nullable Instant otpReceivedAt,
            Instant expiresAt,
            @Nullable String failedReason,
            @Nullable Integer operatorId,
            @Nullable String operatorName,
            Can capabilities) {
        static Active of(OrderDetails order, ModelClock clock) {
            return new Active(
                    OrderAnswers.id(order),
                    OrderAnswers.status(order.status()),
                    order.code().orElse(null),
                    order.message().orElse(null),
                    order.smsRevision(),
                    instant(order.receivedAt(), clock),
                    clock.instantAt(order.expiresAt()),
                    order.failedReason().orElse(null),
                    order.operator().map(Operator::id).orElse(null),
                    order.operator().map(Operator::name).orElse(null),
                    Can.of(order.capabilities(), clock));
        }
    }

    record Canceled(int orderId, String status, long refundAmount, long newBalance) {
        static Canceled of(CustomerOrders.Cancelled cancelled) {
            return new Canceled(
                    OrderAnswers.id(cancelled.order()),
                    OrderAnswers.status(cancelled.order().status()),
                    cancelled.refundIdr(),
                    cancelled.balanceIdr());
        }
    }

    record Finished(int orderId, String status) {
        static Finished of(OrderDetails order) {
            return new Finished(OrderAnswers.id(order), OrderAnswers.status(order.status()));
        }
    }

    record Resent(int orderId, String status, boolean resent) {
        static Resent of(OrderDetails order) {
            return new Resent(OrderAnswers.id(order), OrderAnswers.status(order.status()), true);
        }
    }

    record Cost(long cost) {}

    private static @Nullable Instant instant(Optional<Duration> modelTime, ModelClock clock) {
        return modelTime.map(clock::instantAt).orElse(null);
    }
}
