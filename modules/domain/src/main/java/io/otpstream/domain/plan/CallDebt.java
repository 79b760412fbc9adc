package io.otpstream.domain.plan;

import io.otpstream.domain.lifecycle.Priority;

/**
 * How many permits are spoken for by the orders that were bought: where one create buys several orders, each of them will
 * need a call of its own later, when it is finished or cancelled. Whoever bought with every permit while nothing else is to
 * be done would have minutes without a single order afterwards, and then the same again.
 *
 * <p>Permits, not seconds, are counted: a process with a small part of the budget buys as evenly as one that has it alone,
 * but takes longer to pay for what it bought at once. Not safe for use by several threads.
 */
public final class CallDebt {

    /** So much can be bought at once after a pause: what the guide's limit pays in 12 s. */
    private static final double MOST_OWED = 60;

    /** Interactive requests may be that far in advance; batches then wait until it is paid. */
    private static final double MOST_IN_ADVANCE = 3 * MOST_OWED;

    private double owed;

    /** Permits were there that could end orders or place them, and somebody took them, or nobody. */
    public void paid(int permits) {
        owed = Math.max(0, owed - permits);
    }

    /** A permit was promised to a call that no order had to pay for. */
    public void called() {
        owed++;
    }

    /** An order is bought, alone or with others. */
    public void bought() {
        owed++;
    }

    /** So many orders that were counted were not placed, for want of numbers or money. */
    public void notPlaced(int orders) {
        owed = Math.max(0, owed - orders);
    }

    /** Neither the call nor the order that were counted will be. */
    public void notBought() {
        owed = Math.max(0, owed - 2);
    }

    /** Whether orders of this priority have to wait until more is paid. */
    public boolean isTooMuch(Priority priority) {
        return owed
                >= switch (priority) {
                    case INTERACTIVE -> MOST_IN_ADVANCE;
                    case BATCH -> MOST_OWED;
                };
    }
}
