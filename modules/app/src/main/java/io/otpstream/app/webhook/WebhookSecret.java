package io.otpstream.app.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the API and we know, and nobody else: deliveries are signed with it. Safe for use by several threads. */
public final class WebhookSecret {

    /** The most characters that the API takes (published contract). */
    public static final int LONGEST = 256;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSecret(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A secret as the API was told it.
     *
     * @throws IllegalArgumentException when it can't be one; the message doesn't repeat it
     */
    public static WebhookSecret of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("expected a secret of 1 to " + LONGEST + " characters");
        }
        return new WebhookSecret(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** Whether these bytes were signed with it. How long that takes says nothing about the signature. */
    boolean signed(byte[] body, byte[] signature) {
        return MessageDigest.isEqual(sign(body), signature);
    }

    byte[] sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
