package io.otpstream.domain.purchase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The idempotency key of a purchase: 43 of {@code A–Z a–z 0–9 _ -}, whatever request ids hold. */
public final class PurchaseKey {

    private PurchaseKey() {}

    /**
     * The key of the purchase whose first member this is. No other has it: an attempt may take several creates, where one
     * was put off or found no number, and each of them is a call with a number of its own.
     *
     * @param applicationId keeps pipelines apart that share an account
     */
    public static String of(String applicationId, Member first) {
        MessageDigest digest = sha256();
        update(digest, applicationId);
        update(digest, first.requestId());
        digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(first.create().attempt())
                .putInt(first.create().call())
                .flip());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    /** With its length before it, so that no two pairs of texts are the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
