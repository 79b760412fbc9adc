package io.otpstream.app.config;

/** Which of the API's two contracts is spoken. */
public enum DialectChoice {
    /** The API is asked at the start. */
    AUTO,
    GUIDE,
    PUBLISHED
}
