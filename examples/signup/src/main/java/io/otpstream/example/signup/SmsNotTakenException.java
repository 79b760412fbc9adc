package io.otpstream.example.signup;

/** The gateway did not take a text. Its message holds neither the number nor the text. */
public final class SmsNotTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    SmsNotTakenException(int status) {
        super("the SMS gateway answered with HTTP " + status);
    }

    SmsNotTakenException(Throwable cause) {
        super("the SMS gateway can't be reached", cause);
    }
}
