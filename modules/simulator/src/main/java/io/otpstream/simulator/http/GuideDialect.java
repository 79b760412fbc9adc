package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.CallInfo;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Placed;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.VendorDesk;
import org.jspecify.annotations.Nullable;

/** The six calls of the guide, under {@code /v1}. */
final class GuideDialect implements Contract {

    private static final long LARGEST_BODY = 64 * 1024;

    private static final int CREATED = 201;

    private final VendorDesk desk;
    private final ModelClock clock;
    private final Spelling spelling;
    private final Counter counter;

    GuideDialect(VendorDesk desk, Connections connections) {
        this.desk = desk;
        this.clock = desk.clock();
        this.spelling = new GuideErrors(clock);
        this.counter = new Counter(desk, spelling, connections);
    }

    @Override
    public Spelling spelling() {
        return spelling;
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }

    /** The guide's vendor does nothing unasked. */
    @Override
    public void start() {}

    @Override
    public void close() {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/balance", ctx -> counter.serve(ctx, ApiCall.BALANCE, call -> balance()));
        routes.get("/v1/catalog/countries", ctx -> counter.serve(ctx, ApiCall.COUNTRIES, call -> countries()));
        routes.get("/v1/catalog/products", ctx -> counter.serve(ctx, ApiCall.PRODUCTS, call -> products(ctx)));
        routes.post("/v1/orders", ctx -> counter.serve(ctx, ApiCall.CREATE, call -> create(ctx, call)));
        routes.get("/v1/orders/{id}", ctx -> counter.serve(ctx, ApiCall.LOOK, call -> look(ctx, call)));
        routes.delete("/v1/orders/{id}", ctx -> counter.serve(ctx, ApiCall.CANCEL, call -> cancel(ctx, call)));
    }

    @Override
    public void unserved(HttpResponseException e, Context ctx) {
        Answer.error(e.getStatus(), codeOf(e.getStatus()), "the API has nothing here that takes this request")
                .send(ctx);
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 413 -> "PAYLOAD_TOO_LARGE";
            default -> "HTTP_" + status;
        };
    }

    private Reply balance() {
        return Reply.ok(GuideAnswers.Balance.of(desk.ask((vendor, now) -> vendor.balanceIdr(now))));
    }

    private Reply countries() {
        return Reply.ok(desk.ask((vendor, now) -> vendor.countries()).stream()
                .map(GuideAnswers.Country::of)
                .toList());
    }

    private Reply products(Context ctx) {
        int countryId = wholeNumber("country_id", ctx.queryParam("country_id"));
        return Reply.ok(desk.ask((vendor, now) -> vendor.offers(countryId, now)).stream()
                .map(GuideAnswers.Product::of)
                .toList());
    }

    private Reply create(Context ctx, CallInfo call) {
        JsonBody body = JsonBody.of(ctx);
        int countryId = body.wholeNumber("country_id");
        int platformId = body.wholeNumber("platform_id");
        Placed placed = desk.ask((vendor, now) -> vendor.create(countryId, platformId, call, now));
        return new Reply(Answer.data(CREATED, GuideAnswers.Created.of(placed.order(), clock)), placed.answered());
    }

    private Reply look(Context ctx, CallInfo call) {
        String orderId = ctx.pathParam("id");
        return Reply.ok(GuideAnswers.Looked.of(desk.ask((vendor, now) -> vendor.look(orderId, call, now)), clock));
    }

    private Reply cancel(Context ctx, CallInfo call) {
        String orderId = ctx.pathParam("id");
        return Reply.ok(GuideAnswers.Cancelled.of(desk.ask((vendor, now) -> vendor.cancel(orderId, call, now))));
    }

    private static int wholeNumber(String field, @Nullable String text) {
        if (text == null || !text.matches("-?[0-9]{1,9}")) {
            throw RefusedException.invalid(field, field + ": expected a whole number");
        }
        return Integer.parseInt(text);
    }
}
