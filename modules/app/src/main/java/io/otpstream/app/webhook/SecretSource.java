package io.otpstream.app.webhook;

import java.nio.file.Path;
import java.util.List;

/** Where the webhook's secret comes from. It is asked for every delivery, by several threads, and may read a file. */
@FunctionalInterface
public interface SecretSource {

    /** The secrets that a delivery may be signed with, at least one: two while one takes the other's place. */
    List<WebhookSecret> current() throws SecretUnavailableException;

    /**
     * Always the same.
     *
     * @throws IllegalArgumentException see {@link WebhookSecret#of}
     */
    static SecretSource fixed(String secret) {
        List<WebhookSecret> checked = List.of(WebhookSecret.of(secret));
        return () -> checked;
    }

    /**
     * The lines of a file, one secret each, read anew for every delivery: put the new one beside the old one, tell the
     * API, and take the old one out when no delivery can be signed with it any more.
     */
    static SecretSource file(Path file) {
        return new SecretFile(file);
    }
}
