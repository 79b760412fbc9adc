package io.otpstream.domain.api;

/** The guide's order states. */
public enum OrderStatus {
    /** {@code pending}, {@code active}, or a word that the guide doesn't list: keep waiting. */
    WAITING,
    /** {@code completed}: the code can be read. */
    COMPLETED,
    /** {@code expired}: no text came; the vendor refunds by itself. */
    EXPIRED,
    /** {@code cancelled}: by us or by the vendor; the vendor refunds by itself. */
    CANCELLED
}
