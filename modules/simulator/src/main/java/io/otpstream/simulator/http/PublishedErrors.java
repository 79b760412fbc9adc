package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusalDetails;
import io.otpstream.simulator.vendor.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the published contract spells refusals. */
final class PublishedErrors implements Spelling {

    private final ModelClock clock;

    PublishedErrors(ModelClock clock) {
        this.clock = clock;
    }

    private record Cause(String cause) {}

    private record Ban(Instant until, String tier, long retryAfterSeconds) {}

    @Override
    public Answer refusal(RefusedException refused) {
        if (refused.refusal() == Refusal.MALFORMED_QUERY) {
            return Answer.plainText(400, String.valueOf(refused.getMessage()));
        }
        Optional<Object> details = refused.details().map(this::spell);
        return Answer.refusal(
                status(refused.refusal()), Envelope.error(code(refused.refusal()), refused, details), refused, clock);
    }

    private Object spell(RefusalDetails details) {
        return switch (details) {
            case RefusalDetails.Provider provider -> new Cause(Json.word(provider.cause()));
            case RefusalDetails.Ban ban -> {
                Duration wait = clock.real(ban.until().minus(clock.now()));
                yield new Ban(clock.instantAt(ban.until()), ban.tier(), Answer.wholeSeconds(wait));
            }
        };
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED_QUERY -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case ORDER_NOT_FOUND, NUMBER_NOT_RENTED, NOT_FOUND -> 404;
            case INSUFFICIENT_BALANCE, CONFLICT, CANCEL_TOO_EARLY, REQUEST_IN_PROGRESS -> 409;
            case INVALID_PARAMETERS, PROVIDER_ERROR, PRODUCT_UNAVAILABLE, IDEMPOTENCY_KEY_REUSED -> 422;
            case RATE_LIMIT_EXCEEDED, TEMP_BANNED -> 429;
            case INTERNAL_ERROR -> 500;
            case SERVICE_UNAVAILABLE, FX_RATE_UNAVAILABLE -> 503;
        };
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case ORDER_NOT_FOUND, NUMBER_NOT_RENTED -> "NOT_FOUND";
            case INVALID_PARAMETERS -> "VALIDATION_ERROR";
            case PRODUCT_UNAVAILABLE -> "NO_OFFER_AVAILABLE";
            case TEMP_BANNED -> "TEMP_BANNED_ABUSE_GUARD";
            case MALFORMED_QUERY,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    RATE_LIMIT_EXCEEDED,
                    INSUFFICIENT_BALANCE,
                    CONFLICT,
                    CANCEL_TOO_EARLY,
                    PROVIDER_ERROR,
                    REQUEST_IN_PROGRESS,
                    IDEMPOTENCY_KEY_REUSED,
                    FX_RATE_UNAVAILABLE,
                    NOT_FOUND,
                    INTERNAL_ERROR,
                    SERVICE_UNAVAILABLE -> refusal.name();
        };
    }
}
