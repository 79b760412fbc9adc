package io.otpstream.simulator.vendor;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where events go, and whether they do.
 *
 * @param url empty: nowhere
 * @param secret signs what is sent; empty: it is not signed
 * @param disabledAt when failures switched it off, model time; empty while it is on
 * @param failures how many attempts in a row have failed
 */
public record WebhookSettings(Optional<URI> url, Optional<Secret> secret, Optional<Duration> disabledAt, int failures) {

    /** Nothing is set. */
    static final WebhookSettings NONE = new WebhookSettings(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    /** Where events go now. */
    Optional<URI> target() {
        return disabledAt.isPresent() ? Optional.empty() : url;
    }

    WebhookSettings afterSuccess() {
        return new WebhookSettings(url, secret, disabledAt, 0);
    }

    /** @param limit so many failures in a row switch it off */
    WebhookSettings afterFailure(int limit, Duration now) {
        boolean off = disabledAt.isEmpty() && failures + 1 >= limit;
        return new WebhookSettings(url, secret, off ? Optional.of(now) : disabledAt, failures + 1);
    }
}
