package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.CallInfo;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.VendorDesk;
import java.util.List;
import java.util.Optional;

/** The published calls about orders that there are. */
final class PublishedOrders {

    private static final List<OrderStatus> STATES = List.of(
            OrderStatus.ACTIVE,
            OrderStatus.OTP_RECEIVED,
            OrderStatus.COMPLETED,
            OrderStatus.EXPIRED,
            OrderStatus.CANCELLED);

    private final VendorDesk desk;
    private final ModelClock clock;
    private final Counter counter;

    PublishedOrders(VendorDesk desk, Counter counter) {
        this.desk = desk;
        this.clock = desk.clock();
        this.counter = counter;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/v1/orders/active", ctx -> counter.serve(ctx, ApiCall.ACTIVE, this::active));
        routes.get("/v1/orders", ctx -> counter.serve(ctx, ApiCall.LIST, call -> list(ctx, call)));
        routes.get("/v1/orders/{id}", ctx -> counter.serve(ctx, ApiCall.LOOK, call -> look(ctx, call)));
        routes.post("/v1/orders/cancel", ctx -> counter.serve(ctx, ApiCall.CANCEL, call -> cancel(ctx, call)));
        routes.post("/v1/orders/finish", ctx -> counter.serve(ctx, ApiCall.FINISH, call -> finish(ctx)));
        routes.post("/v1/orders/resend", ctx -> counter.serve(ctx, ApiCall.RESEND, call -> resend(ctx)));
    }

    private Reply active(CallInfo call) {
        return Reply.ok(desk.ask((vendor, now) -> vendor.customerOrders().active(call, now)).stream()
                .map(order -> OrderAnswers.Active.of(order, clock))
                .toList());
    }

    private Reply list(Context ctx, CallInfo call) {
        Query query = new Query(ctx);
        int limit = query.number("limit", 20, 1, 100);
        int offset = query.number("offset", 0, 0, Integer.MAX_VALUE);
        Optional<OrderStatus> status = query.text("status").map(PublishedOrders::status);
        return Reply.ok(
                desk.ask((vendor, now) -> vendor.customerOrders().list(status, limit, offset, call, now)).stream()
                        .map(order -> OrderAnswers.Summary.of(order, clock))
                        .toList());
    }

    private Reply look(Context ctx, CallInfo call) {
        String orderId = ctx.pathParam("id");
        return Reply.ok(OrderAnswers.Summary.of(
                desk.ask((vendor, now) -> vendor.customerOrders().look(orderId, call, now)), clock));
    }

    private Reply cancel(Context ctx, CallInfo call) {
        String orderId = OrderBodies.orderId(JsonBody.of(ctx));
        return Reply.ok(OrderAnswers.Canceled.of(
                desk.ask((vendor, now) -> vendor.customerOrders().cancel(orderId, call, now))));
    }

    private Reply finish(Context ctx) {
        String orderId = OrderBodies.orderId(JsonBody.of(ctx));
        return Reply.ok(OrderAnswers.Finished.of(
                desk.ask((vendor, now) -> vendor.customerOrders().finish(orderId, now))));
    }

    private Reply resend(Context ctx) {
        String orderId = OrderBodies.orderId(JsonBody.of(ctx));
        return Reply.ok(OrderAnswers.Resent.of(
                desk.ask((vendor, now) -> vendor.customerOrders().resend(orderId, now))));
    }

    private static OrderStatus status(String word) {
        return STATES.stream()
                .filter(status -> OrderAnswers.status(status).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("status", "status: no order is ever in this state"));
    }
}
