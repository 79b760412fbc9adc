package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.Webhook;

/** The webhook in the spelling of the published contract. */
final class PublishedWebhook {

    private PublishedWebhook() {}

    static Webhook webhook(JsonNode data) throws UnreadableAnswerException {
        if (!data.isObject()) {
            throw new UnreadableAnswerException("data is not a webhook");
        }
        return new Webhook(
                JsonFields.text(data.path("webhook_url")),
                JsonFields.text(data.path("webhook_secret")),
                JsonFields.instant(data.path("webhook_disabled_at")),
                JsonFields.text(data.path("webhook_disabled_reason")),
                JsonFields.id(data.path("webhook_consecutive_failures")).orElse(0));
    }

    /** The HTTP status with which the receiver answered. */
    static int tested(JsonNode data) throws UnreadableAnswerException {
        return JsonFields.id(data.path("status_code"))
                .orElseThrow(() -> new UnreadableAnswerException("status_code is missing"));
    }
}
