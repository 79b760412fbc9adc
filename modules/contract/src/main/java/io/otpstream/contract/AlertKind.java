package io.otpstream.contract;

import java.util.Locale;

/** The kinds of alerts that this version writes; docs/alerts.md says of each what to do. Later versions may write others. */
public enum AlertKind {
    TOKEN_REJECTED,
    BALANCE_EMPTY,
    API_DOWN,
    BANNED,
    BUYING_STOPPED,
    CANCEL_CAP,
    CLOCK_OFF,
    RATE_LIMITED,
    ORDER_IN_DOUBT,
    ORDERS_PAUSED,
    BALANCE_LOW,
    BALANCE_SHORT,
    BALANCE_UNEXPLAINED,
    SPEND_CAP_REACHED,
    SUCCESS_RATE_LOW;

    /** As {@link Alert#kind} has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
