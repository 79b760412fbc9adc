package io.otpstream.smscode;

/** There is no usable token now. The message says where it was looked for and what is wrong, never what was found. */
public final class TokenUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message for people, without any part of a token */
    public TokenUnavailableException(String message) {
        super(message);
    }
}
