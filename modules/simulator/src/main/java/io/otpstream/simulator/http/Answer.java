package io.otpstream.simulator.http;

import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.RefusedException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What goes over the wire.
 *
 * @param retryAfterSeconds real seconds, for the header
 */
record Answer(int status, String body, OptionalLong retryAfterSeconds) {

    static Answer data(int status, Object data) {
        return new Answer(status, Json.text(Envelope.data(data)), OptionalLong.empty());
    }

    static Answer error(int status, String code, String message) {
        return new Answer(status, Json.text(Envelope.error(code, message, null)), OptionalLong.empty());
    }

    /** A refusal as the guide has it: code and message. */
    static Answer refusal(RefusedException refused, ModelClock clock) {
        return refusal(refused, clock, Envelope.error(GuideErrors.code(refused.refusal()), message(refused), null));
    }

    /** The same with the name of the field that is at fault. */
    static Answer refusalWithField(RefusedException refused, ModelClock clock) {
        String field = refused.field().orElse(null);
        return refusal(refused, clock, Envelope.error(GuideErrors.code(refused.refusal()), message(refused), field));
    }

    void send(Context ctx) {
        retryAfterSeconds.ifPresent(seconds -> ctx.header("Retry-After", Long.toString(seconds)));
        ctx.status(status).contentType(Json.CONTENT_TYPE).result(body);
    }

    private static Answer refusal(RefusedException refused, ModelClock clock, Envelope envelope) {
        OptionalLong seconds = refused.retryAfter().stream()
                .mapToLong(wait -> wholeSeconds(clock.real(wait)))
                .findFirst();
        return new Answer(GuideErrors.status(refused.refusal()), Json.text(envelope), seconds);
    }

    private static String message(RefusedException refused) {
        String message = refused.getMessage();
        return message == null ? "" : message;
    }

    /** Rounded up, so that whoever waits as long is let in; at least 1, since the header knows no fractions. */
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
