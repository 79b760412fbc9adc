package io.otpstream.example.signup;

/** Who delivers texts. Safe for use by several threads. */
@FunctionalInterface
public interface SmsGateway {

    /**
     * Hands over one text.
     *
     * @param to the phone number, beginning with a plus sign
     * @throws SmsNotTakenException when the gateway did not take it
     */
    void send(String to, String text) throws SmsNotTakenException;
}
