package io.otpstream.simulator.http;

import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.CallInfo;
import io.otpstream.simulator.vendor.Outage;
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

    private static final String HTML = "<!doctype html><title>Welcome</title><h1>It works!</h1>";
    private static final String BEARER = "bearer ";
    private static final int LONGEST_REQUEST_ID = 200;

    private final VendorDesk desk;
    private final Connections connections;

    Counter(VendorDesk desk, Connections connections) {
        this.desk = desk;
        this.connections = connections;
    }

    /** Lets a request in, carries it out and sends, mangles or swallows the answer. */
    void serve(Context ctx, ApiCall call, Function<CallInfo, Reply> work) {
        String token = bearerToken(ctx);
        Outage.Kind fault = desk.ask((vendor, now) -> vendor.admit(token, call, now));
        if (!fault.carriedOut()) {
            connections.reset(ctx);
            return;
        }
        Reply reply = carryOut(new CallInfo(requestId(ctx), fault == Outage.Kind.NONE), work);
        connections.delay(desk.clock().real(desk.ask((vendor, now) -> vendor.latency())));
        if (!reply.answered() || fault == Outage.Kind.NO_ANSWER) {
            connections.hold(ctx, hold());
        } else if (fault == Outage.Kind.NOT_JSON) {
            ctx.status(200).contentType("text/html; charset=utf-8").result(HTML);
        } else if (fault == Outage.Kind.TRUNCATED) {
            connections.truncate(ctx, reply.answer());
        } else {
            reply.answer().send(ctx);
        }
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
            return new Reply(Answer.refusal(refused, desk.clock()), true);
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
