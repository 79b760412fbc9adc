package io.otpstream.domain.api;

/** How an order stands. */
public enum OrderStatus {
    /** {@code pending}, {@code active}, {@code ACTIVE}, or a word that nobody lists: keep waiting. */
    WAITING,
    /** {@code OTP_RECEIVED} of the published contract: a text came, with or without a code; more may come. */
    TEXT_RECEIVED,
    /** {@code completed}: over, and the code can be read if there was one. */
    COMPLETED,
    /** {@code expired}: no text came; the vendor refunds by itself. */
    EXPIRED,
    /** {@code cancelled}: by us or by the vendor; the vendor refunds by itself. */
    CANCELLED
}
