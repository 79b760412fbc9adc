package io.otpstream.contract;

import org.jspecify.annotations.Nullable;

/** Reads the records of {@link Topics#REQUESTS}, whatever their bytes are. */
public final class RequestDecoder {

    private RequestDecoder() {}

    /**
     * Never throws. Strict: no text for a number, no rounding, no field twice; fields that aren't known are ignored and
     * optional ones may be null. A value of more than 64 KiB is not looked at.
     *
     * @param key the bytes of the record's key; null if it has none
     * @param value the bytes of the record's value; null if it has none
     */
    public static Decoded<VerificationRequest> decode(byte @Nullable [] key, byte @Nullable [] value) {
        return RecordDecoder.decode(key, value, VerificationRequest::fromJson);
    }
}
