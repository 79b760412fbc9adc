package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Bought;
import io.otpstream.simulator.vendor.CallInfo;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.RepeatableCall;
import io.otpstream.simulator.vendor.Vendor;
import io.otpstream.simulator.vendor.VendorDesk;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** The published calls that buy. */
final class PublishedPurchases {

    private final VendorDesk desk;
    private final Spelling spelling;
    private final Counter counter;

    PublishedPurchases(VendorDesk desk, Spelling spelling, Counter counter) {
        this.desk = desk;
        this.spelling = spelling;
        this.counter = counter;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/v1/orders/create", ctx -> counter.serve(ctx, ApiCall.CREATE, call -> create(ctx, call)));
        routes.post(
                "/v1/orders/reactivate", ctx -> counter.serve(ctx, ApiCall.REACTIVATE, call -> reactivate(ctx, call)));
        routes.get(
                "/v1/orders/{id}/reactivate-options",
                ctx -> counter.serve(ctx, ApiCall.REACTIVATE_OPTIONS, call -> options(ctx)));
    }

    private Reply create(Context ctx, CallInfo info) {
        byte[] body = ctx.bodyAsBytes();
        RepeatableCall call = call(ApiCall.CREATE, ctx, body, info);
        return buy(call, (vendor, now) -> vendor.purchases()
                .create(call, () -> OrderBodies.order(JsonBody.of(body)), now));
    }

    private Reply reactivate(Context ctx, CallInfo info) {
        byte[] body = ctx.bodyAsBytes();
        RepeatableCall call = call(ApiCall.REACTIVATE, ctx, body, info);
        return buy(call, (vendor, now) -> vendor.purchases()
                .reactivate(call, () -> OrderBodies.reactivation(JsonBody.of(body)), now));
    }

    private Reply options(Context ctx) {
        String orderId = ctx.pathParam("id");
        return Reply.ok(new OrderAnswers.Cost(
                desk.ask((vendor, now) -> vendor.purchases().reactivationCostIdr(orderId, now))));
    }

    /** Until the answer is about to leave, the same key is refused. */
    private Reply buy(RepeatableCall call, BiFunction<Vendor, Duration, Bought> work) {
        Runnable answered = () -> desk.tell((vendor, now) -> vendor.purchases().answered(call));
        try {
            return reply(desk.ask(work)).then(answered);
        } catch (RefusedException refused) {
            Reply reply = Reply.of(spelling.refusal(refused));
            return switch (refused.refusal()) {
                // Then the answer that is under way is not this one.
                case REQUEST_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED -> reply;
                default -> reply.then(answered);
            };
        }
    }

    private Reply reply(Bought bought) {
        Answer truth = Answer.data(200, OrderAnswers.Created.of(bought, desk.clock()));
        return switch (bought.answering()) {
            case TOLD -> Reply.of(truth);
            case UNTOLD -> new Reply(truth, false);
            case SERVER_ERROR -> Reply.of(refusal(Refusal.INTERNAL_ERROR, "something went wrong"));
            case IN_PROGRESS ->
                Reply.of(refusal(Refusal.REQUEST_IN_PROGRESS, "the first request with this key is under way"));
        };
    }

    private Answer refusal(Refusal refusal, String message) {
        return spelling.refusal(RefusedException.of(refusal, message));
    }

    private static RepeatableCall call(ApiCall call, Context ctx, byte[] body, CallInfo info) {
        Optional<String> key = Optional.ofNullable(ctx.header("idempotency-key"));
        return new RepeatableCall(call, key, Json.meaning(body), info);
    }
}
