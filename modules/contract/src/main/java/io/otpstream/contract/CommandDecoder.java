package io.otpstream.contract;

import org.jspecify.annotations.Nullable;

/** Reads the records of {@link Topics#COMMANDS}, whatever their bytes are. */
public final class CommandDecoder {

    private CommandDecoder() {}

    /**
     * Never throws, and is as strict as {@link RequestDecoder#decode}.
     *
     * @param key the bytes of the record's key; null if it has none
     * @param value the bytes of the record's value; null if it has none
     */
    public static Decoded<VerificationCommand> decode(byte @Nullable [] key, byte @Nullable [] value) {
        return RecordDecoder.decode(key, value, VerificationCommand::fromJson);
    }
}
