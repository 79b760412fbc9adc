package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Operator;
import io.otpstream.simulator.vendor.OrderDetails;
import io.otpstream.simulator.vendor.Secret;
import io.otpstream.simulator.vendor.WebhookEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a webhook is sent. It has neither an id of its own nor anything against being sent again. */
record WebhookBody(String event, Instant timestamp, Data data) {

    /** What it tells. */
    sealed interface Data {}

    record Test(String message) implements Data {}

    /** @param smsRevision null at the end of an order */
    record Order(
            int orderId,
            Secret phoneNumber,
            @Nullable Secret otpCode,
            @Nullable Secret otpMessage,
            @Nullable Integer smsRevision,
            int productId,
            int catalogProductId,
            String country,
            String platform,
            @Nullable Integer operatorId,
            @Nullable String operatorName,
            OrderAnswers.Can capabilities)
            implements Data {}

    static WebhookBody of(WebhookEvent event, ModelClock clock) {
        OrderDetails order = event.order();
        boolean text = event.type() == WebhookEvent.Type.OTP_RECEIVED;
        Order data = new Order(
                OrderAnswers.id(order),
                order.phoneNumber(),
                order.code().orElse(null),
                order.message().orElse(null),
                text ? order.smsRevision() : null,
                order.productId(),
                order.catalogProductId(),
                event.countryCode(),
                event.platformCode(),
                order.operator().map(Operator::id).orElse(null),
                order.operator().map(Operator::name).orElse(null),
                OrderAnswers.Can.of(order.capabilities(), clock));
        return new WebhookBody("order." + Json.word(event.type()), clock.instantAt(event.at()), data);
    }

    static WebhookBody test(Instant at) {
        return new WebhookBody("webhook.test", at, new Test("This is a test of your webhook."));
    }
}
