package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.Refusal;

/**
 * How the guide spells refusals. It gives the codes, and the status only of 401, 403 and 429; the others are our
 * assumption: what HTTP means by them, and what the published contract has for the same.
 */
final class GuideErrors {

    private GuideErrors() {}

    static int status(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case RATE_LIMIT_EXCEEDED -> 429;
            case INVALID_PARAMETERS -> 400;
            case INSUFFICIENT_BALANCE, PRODUCT_UNAVAILABLE, CONFLICT -> 409;
            case ORDER_NOT_FOUND, NUMBER_NOT_RENTED -> 404;
            case INTERNAL_ERROR -> 500;
            case SERVICE_UNAVAILABLE -> 503;
        };
    }

    static String code(Refusal refusal) {
        return refusal.name();
    }
}
