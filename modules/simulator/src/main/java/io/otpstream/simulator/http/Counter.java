package io.otpstream.simulator.http;

import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.CallInfo;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.VendorDesk;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every call of every dialect goes through: token, rate limit, outage, and the way of the answer. */
final class Counter {

    /** Model time for which an unanswered connection is held: far beyond the guide's HTTP time-out of 10 s. */
    private static final Duration HOLD = Duration.ofSeconds(30);

    /** However fast the vendor lives, customers have time-outs of a few real seconds. */
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(10);

    private static final String BEARER = "bearer ";
    private static final int LONGEST_REQUEST_ID = 200;

    private final VendorDesk desk;
    private final Spelling spelling;
    private final Connections connections;

    Counter(VendorDesk desk, Spelling spelling, Connections connections) {
        this.desk = desk;
        this.spelling = spelling;
        this.connections = connections;
    }

    /** Lets a request in, carries it out and sends, mangles or swallows the answer. */
    void serve(Context ctx, ApiCall call, Function<CallInfo, Reply> work) {
        String token = bearerToken(ctx);
        Optional<String> requestId = requestId(ctx);
        Outage.Kind fault = desk.ask((vendor, now) -> vendor.admit(token, call, requestId, now));
        Reply reply = fault.carriedOut()
                ? carryOut(new CallInfo(requestId, fault == Outage.Kind.NONE), work)
                // Every fault of this sort puts something else in its place.
                : Reply.of(refusal(Refusal.INTERNAL_ERROR, "not carried out"));
        connections.delay(desk.clock().real(desk.ask((vendor, now) -> vendor.latency())));
        reply.afterwards().run();
        if (reply.answered()) {
            answer(ctx, fault.symptom(), reply.answer());
        } else {
            connections.hold(ctx, hold());
        }
    }

    private void answer(Context ctx, Outage.Symptom symptom, Answer answer) {
        switch (symptom) {
            case NONE -> answer.send(ctx);
            case HTTP_500 ->
                refusal(Refusal.INTERNAL_ERROR, "something went wrong").send(ctx);
            case HTTP_502 -> Answer.html(502, "Bad Gateway").send(ctx);
            case HTTP_503 ->
                refusal(Refusal.SERVICE_UNAVAILABLE, "out of service").send(ctx);
            case RATE_LIMITED -> throw new IllegalStateException("a 429 is refused before");
            case RESET -> connections.reset(ctx);
            case SILENCE -> connections.hold(ctx, hold());
            case HTML -> Answer.html(200, "It works!").send(ctx);
            case PLAIN_TEXT -> Answer.plainText(200, "back soon").send(ctx);
            case HALF -> connections.truncate(ctx, answer);
        }
    }

    private Answer refusal(Refusal refusal, String message) {
        return spelling.refusal(RefusedException.of(refusal, message));
    }

    private Duration hold() {
        Duration real = desk.clock().real(HOLD);
        return real.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : real;
    }

    /** A fault hits refusals as it hits answers, so they are answers here. */
    private Reply carryOut(CallInfo call, Function<CallInfo, Reply> work) {
        try {
            return work.apply(call);
        } catch (RefusedException refused) {
            return Reply.of(spelling.refusal(refused));
        }
    }

    /** The scheme's name has no case (RFC 9110). */
    private static @Nullable String bearerToken(Context ctx) {
        String header = ctx.header("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static Optional<String> requestId(Context ctx) {
        return Optional.ofNullable(ctx.header("x-request-id"))
                .map(id -> id.substring(0, Math.min(id.length(), LONGEST_REQUEST_ID)));
    }
}
