package io.otpstream.streams.replies;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.Call;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendFinish;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.Effect.SendResend;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.streams.replies.Reply.CreateRow;
import io.otpstream.streams.replies.Reply.ErrorRow;
import io.otpstream.streams.replies.Reply.Kind;
import io.otpstream.streams.replies.Reply.OrderRow;
import io.otpstream.streams.replies.Reply.WishRow;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Makes replies of calls and their results, and events of replies. */
public final class Replies {

    private Replies() {}

    /** The answer to a create. */
    public static Reply of(SendCreate create, ApiResult<Order> result, Instant sentAt) {
        CreateRow asked = new CreateRow(
                create.countryId(),
                create.platformId(),
                create.priceIdr(),
                create.sendBy(),
                create.wish() == null ? null : row(create.wish()));
        return of(Kind.CREATE, create, sentAt, asked, null, order(result), error(result));
    }

    /** The answer to a look. */
    public static Reply of(SendLook look, ApiResult<Order> result, Instant answeredAt) {
        return of(Kind.LOOK, look, answeredAt, null, look.orderId(), order(result), error(result));
    }

    /** The answer to a cancel. */
    public static Reply of(SendCancel cancel, ApiResult<CancelAccepted> result, Instant answeredAt) {
        return of(Kind.CANCEL, cancel, answeredAt, null, cancel.orderId(), null, error(result));
    }

    /** The answer to a finish. */
    public static Reply of(SendFinish finish, ApiResult<FinishAccepted> result, Instant answeredAt) {
        return of(Kind.FINISH, finish, answeredAt, null, finish.orderId(), null, error(result));
    }

    /** The answer to a resend. */
    public static Reply of(SendResend resend, ApiResult<ResendAccepted> result, Instant answeredAt) {
        Boolean resent =
                result instanceof ApiResult.Success<ResendAccepted>(ResendAccepted(boolean done)) ? done : null;
        return new Reply(
                Reply.VERSION,
                Kind.RESEND,
                resend.attempt(),
                resend.call(),
                answeredAt,
                null,
                resend.orderId(),
                null,
                error(result),
                resent,
                null);
    }

    /** An order that was seen without being looked at by itself. */
    public static Reply seen(Order order, Instant seenAt) {
        return new Reply(Reply.VERSION, Kind.SEEN, 0, 0, seenAt, null, order.orderId(), row(order), null, null, null);
    }

    /** The answer to a call that never left. */
    public static Reply notSent(Call call, ApiError.NotSent error, Instant when) {
        return switch (call) {
            case SendCreate create -> of(create, new ApiResult.Failure<>(error), when);
            case SendLook look -> of(look, new ApiResult.Failure<>(error), when);
            case SendCancel cancel -> of(cancel, new ApiResult.Failure<>(error), when);
            case SendFinish finish -> of(finish, new ApiResult.Failure<>(error), when);
            case SendResend resend -> of(resend, new ApiResult.Failure<>(error), when);
        };
    }

    /** A marker of that name. */
    public static Reply marker(String name) {
        return new Reply(Reply.VERSION, Kind.MARKER, 0, 0, null, null, null, null, null, null, name);
    }

    /**
     * What a reply means to the verification.
     *
     * @throws SerializationException if the reply is a marker or about a purchase, of another version, or lacks what its kind needs
     */
    public static Event toEvent(Reply reply) {
        checkVersion(reply);
        Instant at = set(reply.at(), "at");
        return switch (reply.kind()) {
            case CREATE -> new Event.CreateAnswered(create(reply), orderResult(reply), at);
            case LOOK -> new Event.LookAnswered(set(reply.orderId(), "order_id"), reply.call(), orderResult(reply), at);
            case CANCEL -> new Event.CancelAnswered(set(reply.orderId(), "order_id"), cancelResult(reply), at);
            case FINISH -> new Event.FinishAnswered(set(reply.orderId(), "order_id"), finishResult(reply), at);
            case RESEND -> new Event.ResendAnswered(set(reply.orderId(), "order_id"), resendResult(reply), at);
            case SEEN -> new Event.Seen(toOrder(set(reply.order(), "order")), at);
            case PURCHASE -> throw new SerializationException("a purchase is no event of one verification");
            case MARKER -> throw new SerializationException("a marker is no event");
        };
    }

    /**
     * The name of a marker.
     *
     * @throws SerializationException if it has none, or is of another version
     */
    public static String toMarker(Reply reply) {
        checkVersion(reply);
        return set(reply.marker(), "marker");
    }

    private static Reply of(
            Kind kind,
            Call call,
            Instant at,
            @Nullable CreateRow create,
            @Nullable String orderId,
            @Nullable OrderRow order,
            @Nullable ErrorRow error) {
        return new Reply(
                Reply.VERSION, kind, call.attempt(), call.call(), at, create, orderId, order, error, null, null);
    }

    private static @Nullable OrderRow order(ApiResult<Order> result) {
        return switch (result) {
            case ApiResult.Success<Order>(Order order) -> row(order);
            case ApiResult.Failure<Order> failure -> null;
        };
    }

    static OrderRow row(Order order) {
        return new OrderRow(
                order.orderId(),
                order.phoneNumber(),
                order.status().name(),
                order.otpCode(),
                order.otpMessage(),
                order.chargedIdr(),
                order.expiresAt(),
                order.smsRevision(),
                order.cancelAvailableAt());
    }

    static WishRow row(ProductWish wish) {
        return new WishRow(
                wish.catalogProductId(), wish.maxPriceIdr(), wish.policy().name(), wish.operatorId());
    }

    static ProductWish toWish(WishRow row) {
        return new ProductWish(row.catalogProductId(), row.maxPriceIdr(), policy(row.routing()), row.operatorId());
    }

    private static RoutingPolicy policy(String name) {
        try {
            return RoutingPolicy.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new SerializationException("its routing is no routing policy");
        }
    }

    static @Nullable ErrorRow error(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Success<?> success -> null;
            case ApiResult.Failure<?> failure -> ErrorMapper.toRow(failure.error());
        };
    }

    static void checkVersion(Reply reply) {
        if (reply.version() != Reply.VERSION) {
            throw new SerializationException(
                    "it has version " + reply.version() + ", this otpstream reads " + Reply.VERSION);
        }
    }

    private static SendCreate create(Reply reply) {
        CreateRow create = set(reply.create(), "create");
        return new SendCreate(
                reply.attempt(),
                reply.call(),
                create.countryId(),
                create.platformId(),
                create.priceIdr(),
                create.sendBy(),
                create.wish() == null ? null : toWish(create.wish()));
    }

    private static ApiResult<Order> orderResult(Reply reply) {
        if (reply.error() != null) {
            return new ApiResult.Failure<>(ErrorMapper.toError(reply.error()));
        }
        return new ApiResult.Success<>(toOrder(set(reply.order(), "order")));
    }

    static Order toOrder(OrderRow order) {
        return new Order(
                order.orderId(),
                order.phoneNumber(),
                status(order.status()),
                order.otpCode(),
                order.otpMessage(),
                order.chargedIdr(),
                order.expiresAt(),
                order.smsRevision(),
                order.cancelAvailableAt());
    }

    private static OrderStatus status(String name) {
        try {
            return OrderStatus.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new SerializationException("its status is no order's status");
        }
    }

    private static ApiResult<CancelAccepted> cancelResult(Reply reply) {
        return reply.error() == null
                ? new ApiResult.Success<>(new CancelAccepted())
                : new ApiResult.Failure<>(ErrorMapper.toError(reply.error()));
    }

    private static ApiResult<FinishAccepted> finishResult(Reply reply) {
        return reply.error() == null
                ? new ApiResult.Success<>(new FinishAccepted())
                : new ApiResult.Failure<>(ErrorMapper.toError(reply.error()));
    }

    private static ApiResult<ResendAccepted> resendResult(Reply reply) {
        return reply.error() == null
                ? new ApiResult.Success<>(new ResendAccepted(set(reply.resent(), "resent")))
                : new ApiResult.Failure<>(ErrorMapper.toError(reply.error()));
    }

    static <T> T set(@Nullable T component, String field) {
        if (component == null) {
            throw new SerializationException("it lacks " + field);
        }
        return component;
    }
}
