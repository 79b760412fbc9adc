package io.otpstream.simulator.vendor;

/** The calls that customers make, in any dialect; the guide has the first six. */
public enum ApiCall {
    BALANCE,
    COUNTRIES,
    PRODUCTS,
    CREATE,
    LOOK,
    CANCEL,
    SERVICES,
    OPERATORS,
    EXCHANGE_RATE,
    ACTIVE,
    LIST,
    FINISH,
    RESEND,
    REACTIVATE,
    REACTIVATE_OPTIONS,
    WEBHOOK,
    WEBHOOK_CHANGE,
    WEBHOOK_TEST
}
