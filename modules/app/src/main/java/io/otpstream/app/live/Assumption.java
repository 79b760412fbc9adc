package io.otpstream.app.live;

import java.util.Locale;

/** What otpstream relies on, or would like to, of the published contract and of what others have seen of the API. */
public enum Assumption {
    REQUEST_ID("every answer carries the x-request-id of its request"),
    WEBHOOK_READABLE("the settings of the webhook can be read"),
    ORDER_ID("an order's id is a 32-bit number"),
    MONEY_UNIT("money is whole rupiah, the same in price, amount and balance"),
    PHONE_NUMBER("a phone number is digits, with or without a plus"),
    CAPABILITIES("an order says what can be done with it, and when"),
    LIFETIME("an order lives for 20 min"),
    CANCEL_WINDOW("an order can be cancelled 120 s after it was placed"),
    REPLAY("the same key and body give the same order again"),
    CHARGED_ONCE("the same key and body are charged once"),
    KEY_REUSED("the same key with another body is refused with IDEMPOTENCY_KEY_REUSED"),
    ACTIVE_LIST("the list of active orders has the order"),
    CANCEL_TOO_EARLY("a cancel before its time is refused with CANCEL_TOO_EARLY"),
    REFUND_AMOUNT("a cancel says that it refunds the order's amount"),
    BALANCE_RESTORED("after the cancel the balance is what it was before the order"),
    ENDED_UNLISTED("an order that is over is on the list of active orders no more"),
    ENDED_READABLE("an order that is over can be read on its own, as CANCELED"),
    REPEATED_CANCEL("a second cancel is refused with CONFLICT"),
    RETRY_AFTER("an answer with status 429 says in whole seconds when to come back");

    private final String sentence;

    Assumption(String sentence) {
        this.sentence = sentence;
    }

    /** Its name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }
}
