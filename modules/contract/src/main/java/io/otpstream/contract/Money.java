package io.otpstream.contract;

/** Money on the wire: whole rupiah in fields that end in {@code _idr}, with the currency beside them. */
public final class Money {

    /** The currency of every amount, ISO 4217. */
    public static final String IDR = "IDR";

    private Money() {}
}
