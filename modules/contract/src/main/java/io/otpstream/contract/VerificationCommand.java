package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a requester says later about a request. The record's key is the request id.
 *
 * @param type what is said
 * @param attempt counted from 1; the command is meant for this attempt alone, so that a late {@code number_rejected}
 *     can't hit the next number; null for whichever attempt is current when the command is read
 */
public record VerificationCommand(
        CommandType type, @Nullable Integer attempt) {

    private static final WholeNumber ATTEMPT = new WholeNumber("attempt", 1, Integer.MAX_VALUE);

    /**
     * Keeps the rules of the contract.
     *
     * @throws InvalidFieldException if the attempt is less than 1
     */
    public VerificationCommand {
        if (attempt != null) {
            ATTEMPT.check(attempt.intValue());
        }
    }

    /** The code is no longer wanted. */
    public static VerificationCommand withdraw() {
        return new VerificationCommand(CommandType.WITHDRAW, null);
    }

    /** The text was triggered only now. */
    public static VerificationCommand smsRequested() {
        return new VerificationCommand(CommandType.SMS_REQUESTED, null);
    }

    /** The platform refused the number. */
    public static VerificationCommand numberRejected() {
        return new VerificationCommand(CommandType.NUMBER_REJECTED, null);
    }

    /** Another text is wanted on the same number. */
    public static VerificationCommand resend() {
        return new VerificationCommand(CommandType.RESEND, null);
    }

    /** The same, meant for one attempt alone. */
    public VerificationCommand forAttempt(int only) {
        return new VerificationCommand(type, only);
    }

    /** Reads with the strictness of {@link CommandDecoder}, whoever does the reading. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static VerificationCommand fromJson(ObjectNode json) {
        return new VerificationCommand(Words.parse("type", json, CommandType.values()), ATTEMPT.optionalInt(json));
    }
}
