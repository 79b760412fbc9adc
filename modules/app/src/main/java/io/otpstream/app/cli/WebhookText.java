package io.otpstream.app.cli;

import io.otpstream.app.text.JsonLine;
import io.otpstream.domain.api.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the API's webhook stands, without its secret. */
final class WebhookText {

    private WebhookText() {}

    /** For people; what there is to do comes last. */
    static List<String> lines(Webhook webhook) {
        String url = webhook.url();
        List<String> lines = new ArrayList<>();
        lines.add("url       " + (url == null ? "none" : url));
        lines.add("secret    " + (webhook.secret() == null ? "none" : "set"));
        lines.add("state     " + state(webhook));
        lines.add("failures  " + webhook.consecutiveFailures() + " in a row");
        if (webhook.disabledAt() != null) {
            lines.add(
                    "Make the receiver answer, then 'otpstream webhook set --url " + url + "' has the API push again.");
        } else if (url != null && webhook.secret() == null) {
            lines.add("What is not signed is not taken: 'otpstream webhook set --secret-file FILE' sets a secret.");
        } else if (webhook.consecutiveFailures() > 0) {
            lines.add("After 10 in a row the API stops pushing: see that the receiver runs and knows the secret.");
        }
        return lines;
    }

    /** For programs. */
    static JsonLine json(Webhook webhook) {
        Instant disabledAt = webhook.disabledAt();
        return JsonLine.empty()
                .with("url", webhook.url())
                .with("secret_set", webhook.secret() != null)
                .with("disabled_at", disabledAt == null ? null : disabledAt.toString())
                .with("disabled_reason", webhook.disabledReason())
                .with("consecutive_failures", webhook.consecutiveFailures());
    }

    private static String state(Webhook webhook) {
        if (webhook.url() == null) {
            return "pushes nothing";
        }
        if (webhook.disabledAt() == null) {
            return "pushes";
        }
        String reason = webhook.disabledReason();
        return "disabled since " + webhook.disabledAt() + (reason == null ? "" : ": " + reason);
    }
}
