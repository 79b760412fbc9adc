package io.otpstream.simulator.vendor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which phone numbers are rented now. Two live orders never share one, whatever their platforms. */
final class NumberPool {

    /** A prime that divides no plan's size, so that its multiples visit every number of the plan. */
    private static final long STEP = 7_919;

    private final Set<Secret> rented = new HashSet<>();

    /** A free number; empty when the whole plan is rented. Follows from {@code sequence} and what is rented. */
    Optional<Secret> rent(NumberPlan plan, long sequence) {
        for (int tries = 0; tries < plan.size(); tries++) {
            Secret number = plan.number((int) ((sequence + tries + 1) * STEP % plan.size()));
            if (rented.add(number)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** Whether a certain number was free; if so it is rented now. */
    boolean rentAgain(Secret number) {
        return rented.add(number);
    }

    void giveBack(Secret number) {
        rented.remove(number);
    }
}
