package io.otpstream.client;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AttemptOutcome;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventBuilder;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What otpstream writes. */
final class Records {

    static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    static final String NUMBER = "6281234567890";
    static final String CODE = "847291";
    static final long PRICE = 15_000;
    static final int INDONESIA = 6;
    static final int PLATFORM = 1;

    private Records() {}

    static OrderEvent placed(String requestId, int attempt, String number) {
        return event(OrderEventType.PLACED, requestId, attempt)
                .phoneNumber(number)
                .placedAt(T0)
                .build();
    }

    static OrderEventBuilder event(OrderEventType type, String requestId, int attempt) {
        return OrderEvent.of(type, requestId, attempt, INDONESIA, PLATFORM, T0)
                .orderId("ord_" + attempt)
                .priceIdr(PRICE, PriceSource.CATALOG);
    }

    static OtpResult code(String requestId, String code) {
        return result(requestId, code, false);
    }

    static OtpResult followUp(String requestId, String code) {
        return result(requestId, code, true);
    }

    static ExpiryResult ended(String requestId, Outcome outcome, ExpiryResult.Attempt... attempts) {
        return ended(requestId, outcome, null, attempts);
    }

    static ExpiryResult ended(
            String requestId, Outcome outcome, @Nullable String field, ExpiryResult.Attempt... attempts) {
        return new ExpiryResult(
                requestId, outcome, "Said for people.", field, List.of(attempts), PLATFORM, T0, T0, null, List.of());
    }

    /** Of an order. */
    static ExpiryResult.Attempt attempt(AttemptOutcome outcome, @Nullable String errorCode) {
        return new ExpiryResult.Attempt(1, INDONESIA, outcome, "ord_1", PRICE, errorCode);
    }

    static Alert raised(Halt halt, Instant at) {
        return Alert.raised(halt.kind(), null, "No new orders. Requests wait.", "Wait.", at, Severity.CRITICAL);
    }

    static Alert cleared(Halt halt, Instant at) {
        return Alert.cleared(halt.kind(), null, "Orders are placed again.", at);
    }

    private static OtpResult result(String requestId, String code, boolean followUp) {
        return new OtpResult(
                requestId,
                code,
                "Your code is " + code,
                "ord_1",
                NUMBER,
                INDONESIA,
                PLATFORM,
                PRICE,
                Money.IDR,
                PriceSource.CATALOG,
                1,
                T0,
                T0,
                T0,
                null,
                List.of(),
                followUp,
                null);
    }
}
