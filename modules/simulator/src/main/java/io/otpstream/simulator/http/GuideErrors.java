package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import java.util.Optional;

/**
 * How the guide spells refusals. It gives the codes, and the status only of 401, 403 and 429; the others are our
 * assumption: what HTTP means by them, and what the published contract has for the same. What only the published
 * contract knows happens here only when somebody forces it.
 */
final class GuideErrors implements Spelling {

    private final ModelClock clock;

    GuideErrors(ModelClock clock) {
        this.clock = clock;
    }

    @Override
    public Answer refusal(RefusedException refused) {
        Envelope envelope = Envelope.error(refused.refusal().name(), refused, Optional.empty());
        return Answer.refusal(status(refused.refusal()), envelope, refused, clock);
    }

    /** The same with the name of the field that is at fault, as the control calls have it. */
    Answer refusalWithField(RefusedException refused) {
        return Answer.refusal(status(refused.refusal()), Envelope.errorWithField(refused), refused, clock);
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case RATE_LIMIT_EXCEEDED, TEMP_BANNED -> 429;
            case INVALID_PARAMETERS, MALFORMED_QUERY -> 400;
            case INSUFFICIENT_BALANCE, PRODUCT_UNAVAILABLE, CONFLICT, CANCEL_TOO_EARLY, REQUEST_IN_PROGRESS -> 409;
            case ORDER_NOT_FOUND, NUMBER_NOT_RENTED, NOT_FOUND -> 404;
            case PROVIDER_ERROR, IDEMPOTENCY_KEY_REUSED -> 422;
            case INTERNAL_ERROR -> 500;
            case SERVICE_UNAVAILABLE, FX_RATE_UNAVAILABLE -> 503;
        };
    }
}
