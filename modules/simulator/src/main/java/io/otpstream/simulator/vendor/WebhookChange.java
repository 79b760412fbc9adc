package io.otpstream.simulator.vendor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a customer changes about the webhook; at least one of the two. Empty text clears.
 *
 * <p>The vendor takes only {@code https} and public addresses. This stand-in takes only loopback, by {@code http} or
 * {@code https}, for it has no business with anybody else's machine.
 *
 * @param url absent: it stays
 * @param secret absent: it stays, but the first URL gets one
 */
public record WebhookChange(Optional<String> url, Optional<Secret> secret) {

    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_SECRET = 256;

    /** @throws RefusedException naming the member that is at fault */
    public WebhookChange {
        if (url.isEmpty() && secret.isEmpty()) {
            throw RefusedException.invalid("webhook_url", "webhook_url: expected it or webhook_secret");
        }
        if (secret.filter(text -> text.value().length() > LONGEST_SECRET).isPresent()) {
            throw RefusedException.invalid(
                    "webhook_secret", "webhook_secret: expected at most " + LONGEST_SECRET + " characters");
        }
        url.filter(text -> !text.isEmpty()).ifPresent(WebhookChange::parse);
    }

    /** What it makes of the settings; a webhook that was switched off is on again. */
    WebhookSettings applyTo(WebhookSettings before, Supplier<Secret> generated) {
        Optional<URI> newUrl =
                url.isPresent() ? url.filter(text -> !text.isEmpty()).map(WebhookChange::parse) : before.url();
        Optional<Secret> newSecret =
                secret.isPresent() ? secret.filter(text -> !text.value().isEmpty()) : before.secret();
        boolean first = before.url().isEmpty() && newUrl.isPresent() && newSecret.isEmpty() && secret.isEmpty();
        return new WebhookSettings(newUrl, first ? Optional.of(generated.get()) : newSecret, Optional.empty(), 0);
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (text.length() <= LONGEST_URL && isHttp(uri) && isLoopback(uri)) {
                return uri;
            }
        } catch (URISyntaxException notOne) {
            // Said below, as for every other text that is no such address.
        }
        throw RefusedException.invalid(
                "webhook_url",
                "webhook_url: expected http or https to 127.0.0.1, localhost or [::1], at most " + LONGEST_URL
                        + " characters");
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isLoopback(URI uri) {
        String host = uri.getHost();
        return host != null
                && (host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
