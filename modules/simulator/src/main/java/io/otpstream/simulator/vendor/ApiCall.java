package io.otpstream.simulator.vendor;

/** The calls that customers make, in any dialect. */
public enum ApiCall {
    BALANCE,
    COUNTRIES,
    PRODUCTS,
    CREATE,
    LOOK,
    CANCEL
}
