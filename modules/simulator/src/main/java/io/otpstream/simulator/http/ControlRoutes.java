package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.ForcedOutcome;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.OrderView;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.TokenState;
import io.otpstream.simulator.vendor.Vendor;
import io.otpstream.simulator.vendor.VendorDesk;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Behind the counter, under {@code /simulator}: no token, no rate limit, no outage. */
final class ControlRoutes {

    private static final String ROOT = "/simulator";

    private static final List<String> CALLS = List.of(
            "GET /simulator/ledger",
            "GET /simulator/requests",
            "GET /simulator/arrivals",
            "GET /simulator/forced",
            "POST /simulator/sms {\"to\", \"text\"}",
            "POST /simulator/deposit {\"amount_idr\"}",
            "POST /simulator/balance {\"balance_idr\"}",
            "POST /simulator/stock {\"country_id\", \"platform_id\", \"available_count\"}",
            "POST /simulator/token {\"token\", \"state\": " + Words.all(TokenState.class) + "}",
            "POST /simulator/outage {\"kind\": all, or one or more of " + Words.all(Outage.Kind.class)
                    + "; \"share\"?: over 0 to 1; \"calls\"?: all, " + Words.all(ApiCall.class) + "}",
            "POST /simulator/refuse {\"call\": one of " + Words.all(ApiCall.class) + "; \"refusal\": one of "
                    + Words.all(Refusal.class) + "; \"times\"?: 1}");

    private final VendorDesk desk;

    ControlRoutes(VendorDesk desk) {
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::about);
        routes.get(ROOT + "/forced", ctx -> send(ctx, forced()));
        routes.get(ROOT + "/ledger", ctx -> ctx.contentType(Json.CONTENT_TYPE)
                .result(Json.text(desk.ask((vendor, now) -> vendor.ledger(now, desk.clock())))));
        routes.get(ROOT + "/arrivals", ctx -> send(ctx, desk.ask(Vendor::arrivals)));
        routes.get(ROOT + "/requests", ctx -> send(ctx, desk.ask((vendor, now) -> vendor.requests(desk.clock()))));
        routes.post(ROOT + "/sms", this::sms);
        routes.post(ROOT + "/deposit", this::deposit);
        routes.post(ROOT + "/balance", this::balance);
        routes.post(ROOT + "/stock", this::stock);
        routes.post(ROOT + "/token", this::token);
        routes.post(ROOT + "/outage", this::outage);
        routes.post(ROOT + "/refuse", this::refuse);
    }

    private record About(String api, List<Forced> forcedOutcomes, List<String> calls) {}

    /** What can be done here, for people. */
    private void about(Context ctx) {
        String api =
                switch (desk.dialect()) {
                    case GUIDE -> "/v1, as the SMSCode guide says";
                    case PUBLISHED -> "/v1, as the published contract says";
                };
        send(ctx, new About(api, forced(), calls()));
    }

    private List<String> calls() {
        return switch (desk.dialect()) {
            case GUIDE -> CALLS;
            case PUBLISHED ->
                Stream.concat(CALLS.stream(), PublishedControl.CALLS.stream()).toList();
        };
    }

    private record Forced(int platformId, String outcome) {}

    private List<Forced> forced() {
        return ForcedOutcome.of(desk.dialect())
                .map(outcome -> new Forced(outcome.platformId(), outcome.description()))
                .toList();
    }

    private record Texted(String orderId, OrderStatus status) {}

    private void sms(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        String to = body.text("to");
        String text = body.text("text");
        OrderView order = desk.ask((vendor, now) -> vendor.text(to, text, now));
        send(ctx, new Texted(order.id(), order.status()));
    }

    private void deposit(Context ctx) {
        long amount = JsonBody.of(ctx).rupiah("amount_idr");
        desk.tell((vendor, now) -> vendor.deposit(amount));
        sendBalance(ctx);
    }

    private void balance(Context ctx) {
        long balance = JsonBody.of(ctx).rupiah("balance_idr");
        desk.tell((vendor, now) -> vendor.setBalance(balance));
        sendBalance(ctx);
    }

    private void sendBalance(Context ctx) {
        send(ctx, Map.of("balance_idr", desk.ask((vendor, now) -> vendor.balanceIdr(now))));
    }

    private void stock(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        int countryId = body.wholeNumber("country_id");
        int platformId = body.wholeNumber("platform_id");
        int count = body.wholeNumber("available_count");
        desk.tell((vendor, now) -> vendor.setStock(countryId, platformId, count));
        send(ctx, Map.of("available_count", count));
    }

    private void token(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        String token = body.text("token");
        TokenState state = body.word("state", TokenState.class);
        desk.tell((vendor, now) -> vendor.setToken(token, state));
        send(ctx, Map.of("state", state));
    }

    private void outage(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        List<Outage.Kind> kinds = kinds(body);
        double share = body.optionalNumber("share", 1);
        if (!(share > 0 && share <= 1)) {
            throw RefusedException.invalid("share", "share: expected more than 0, at most 1");
        }
        Set<ApiCall> calls = calls(body);
        desk.tell((vendor, now) -> vendor.setOutage(new Outage(kinds, share, calls)));
        send(ctx, Map.of("kinds", kinds));
    }

    /** So that every refusal can be seen of every call. */
    private void refuse(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        ApiCall call = body.word("call", ApiCall.class);
        Refusal refusal = body.word("refusal", Refusal.class);
        int times = body.optionalWholeNumber("times").orElse(1);
        if (times < 1 || times > 1_000) {
            throw RefusedException.invalid("times", "times: expected 1 to 1000");
        }
        desk.tell((vendor, now) -> vendor.refuseNext(call, refusal, times));
        send(ctx, Map.of("times", times));
    }

    private static List<Outage.Kind> kinds(JsonBody body) {
        String words = body.text("kind");
        return words.strip().equals("all")
                ? Outage.everyKind()
                : Stream.of(words.split(",", -1))
                        .map(word -> Words.parse("kind", word, Outage.Kind.class))
                        .toList();
    }

    private static Set<ApiCall> calls(JsonBody body) {
        String word = body.optionalText("calls").orElse("all");
        return word.equals("all")
                ? EnumSet.allOf(ApiCall.class)
                : EnumSet.of(Words.parse("calls", word, ApiCall.class));
    }

    private static void send(Context ctx, Object data) {
        Answer.data(200, data).send(ctx);
    }
}
