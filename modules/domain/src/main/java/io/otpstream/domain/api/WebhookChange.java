package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * What to change of a webhook; at least one of the two.
 *
 * @param url https and public, at most 2048 characters; empty to clear it; null to leave it
 * @param secret at most 256 characters; empty to clear it; null to leave it
 */
public record WebhookChange(@Nullable String url, @Nullable String secret) {

    public WebhookChange {
        if (url == null && secret == null) {
            throw new IllegalArgumentException("url, secret: expected at least one of them");
        }
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "WebhookChange[url=" + url + "]";
    }
}
