package io.otpstream.client;

/** Where to look first when there is no code. */
public enum Suspect {
    /** What is under test: a number was there, and no code was texted to it. */
    PRODUCT,
    /** The market of numbers: none in stock, too dear, ended by the vendor, or refused by the platform. */
    NUMBERS,
    /** otpstream, its brokers, the vendor's API, or the account with the vendor. */
    SERVICE,
    /** Whoever made the request. */
    CALLER
}
