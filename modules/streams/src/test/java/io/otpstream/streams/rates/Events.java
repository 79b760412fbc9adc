package io.otpstream.streams.rates;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventBuilder;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.PriceSource;
import java.time.Instant;
import java.util.List;

/** Events of orders in Indonesia for WhatsApp, as tests need them. */
final class Events {

    static final int INDONESIA = 6;
    static final int WHATSAPP = 1;
    static final long PRICE = 3_500;

    private Events() {}

    static OrderEvent placed(String id, Instant placedAt) {
        return of(OrderEventType.PLACED, id, placedAt, placedAt).build();
    }

    static OrderEvent completed(String id, Instant placedAt, long seconds) {
        Instant seenAt = placedAt.plusSeconds(seconds);
        return of(OrderEventType.COMPLETED, id, placedAt, seenAt).seenAt(seenAt).build();
    }

    static OrderEvent expired(String id, Instant placedAt) {
        return of(OrderEventType.EXPIRED, id, placedAt, placedAt.plusSeconds(1_200))
                .build();
    }

    static OrderEvent cancelled(String id, Instant placedAt, long seconds, CancelReason reason) {
        return of(OrderEventType.CANCELLED, id, placedAt, placedAt.plusSeconds(seconds))
                .reason(reason)
                .build();
    }

    static OrderEvent lateCode(String id, Instant placedAt, long seconds) {
        return of(OrderEventType.LATE_CODE, id, placedAt, placedAt.plusSeconds(seconds))
                .build();
    }

    static OrderEvent noStock(String id, Instant at) {
        return OrderEvent.of(OrderEventType.REFUSED, id, 1, INDONESIA, WHATSAPP, at)
                .priceIdr(PRICE, PriceSource.CATALOG)
                .errorCode("PRODUCT_UNAVAILABLE")
                .build();
    }

    static OrderEvent inDoubt(String id, Instant at) {
        return OrderEvent.of(OrderEventType.IN_DOUBT, id, 1, INDONESIA, WHATSAPP, at)
                .priceIdr(PRICE, PriceSource.CATALOG)
                .errorCode("NO_ANSWER")
                .onBehalfOf("shop", List.of("nightly"))
                .build();
    }

    static OrderEventBuilder of(OrderEventType type, String id, Instant placedAt, Instant at) {
        return OrderEvent.of(type, id, 1, INDONESIA, WHATSAPP, at)
                .orderId("order of " + id)
                .phoneNumber("+6281200000001")
                .priceIdr(PRICE, PriceSource.CATALOG)
                .placedAt(placedAt)
                .onBehalfOf("shop", List.of("nightly"));
    }
}
