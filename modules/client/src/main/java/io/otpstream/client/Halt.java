package io.otpstream.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What keeps otpstream from placing orders, as {@code verification.alerts} says; requests wait meanwhile. */
public enum Halt {
    /** Calls to the API fail or have no answer. */
    API_DOWN,
    /** The API refuses the token, or what it may do. */
    TOKEN_REJECTED,
    /** The balance covers no order. */
    BALANCE_EMPTY,
    /** As much is spent as {@code spend.cap.idr.per.hour} or {@code .per.day} allows. */
    SPEND_CAP_REACHED,
    /** The API places no orders for this account for a while, because too many have failed. */
    BANNED,
    /** A process sends nothing, because its clock differs from the brokers'. */
    CLOCK_OFF,
    /** Somebody paused new orders. */
    ORDERS_PAUSED;

    /** The kind of the alert, as a record spells it. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for alerts that stop no orders, which most don't. */
    static Optional<Halt> ofKind(String kind) {
        return Arrays.stream(values()).filter(halt -> halt.kind().equals(kind)).findFirst();
    }
}
