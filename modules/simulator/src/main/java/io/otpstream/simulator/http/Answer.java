package io.otpstream.simulator.http;

import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes over the wire.
 *
 * @param retryAfter value of the header, in real time
 */
record Answer(int status, String contentType, String body, Optional<String> retryAfter) {

    /** RFC 9110 wants two digits of the day, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} does without. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    static Answer data(int status, Object data) {
        return json(status, Envelope.data(data), Optional.empty());
    }

    static Answer data(int status, Object data, Object meta) {
        return json(status, Envelope.data(data, meta), Optional.empty());
    }

    static Answer error(int status, String code, String message) {
        return json(status, Envelope.error(code, message), Optional.empty());
    }

    /** A page that some server in between sends. */
    static Answer html(int status, String title) {
        String page = "<!doctype html><title>" + title + "</title><h1>" + title + "</h1>";
        return new Answer(status, "text/html; charset=utf-8", page, Optional.empty());
    }

    static Answer plainText(int status, String line) {
        return new Answer(status, "text/plain; charset=utf-8", line, Optional.empty());
    }

    /** A refusal in the words of a dialect, and when to come back. */
    static Answer refusal(int status, Envelope envelope, RefusedException refused, ModelClock clock) {
        return json(status, envelope, refused.retryAfter().map(retryAfter -> header(retryAfter, clock)));
    }

    void send(Context ctx) {
        retryAfter.ifPresent(value -> ctx.header("Retry-After", value));
        ctx.status(status).contentType(contentType).result(body);
    }

    private static Answer json(int status, Envelope envelope, Optional<String> retryAfter) {
        return new Answer(status, Json.CONTENT_TYPE, Json.text(envelope), retryAfter);
    }

    private static String header(RetryAfter retryAfter, ModelClock clock) {
        return switch (retryAfter.form()) {
            case SECONDS -> Long.toString(wholeSeconds(clock.real(retryAfter.span())));
            case DATE ->
                HTTP_DATE.format(wholeSecond(clock.instantAt(clock.now().plus(retryAfter.span())))
                        .atOffset(ZoneOffset.UTC));
        };
    }

    /** Rounded up, so that whoever waits as long is let in; at least 1, since the header knows no fractions. */
    static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** The first whole second that is not before this, and not the one that has begun: a date knows no fractions. */
    private static Instant wholeSecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
