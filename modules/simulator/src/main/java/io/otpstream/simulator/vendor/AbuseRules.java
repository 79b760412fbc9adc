package io.otpstream.simulator.vendor;

import java.time.Duration;

/**
 * When a customer may place no more orders. The published contract names the guard and a sample of four hours, but no
 * threshold.
 *
 * @param orders how many of the latest ended orders are looked at; before so many have ended nobody is banned
 * @param failedShare a ban begins when more than this share of them has expired or was cancelled, 0 to 1
 * @param ban how long it lasts, model time
 */
public record AbuseRules(int orders, double failedShare, Duration ban) {

    static final Duration BAN = Duration.ofHours(4);
    static final String TIER = "HARD";

    /** @throws IllegalArgumentException naming the component that is out of range */
    public AbuseRules {
        if (orders < 1) {
            throw new IllegalArgumentException("orders: expected at least 1");
        }
        if (!(failedShare >= 0 && failedShare <= 1)) {
            throw new IllegalArgumentException("failedShare: expected 0 to 1");
        }
        if (!ban.isPositive()) {
            throw new IllegalArgumentException("ban: expected more than zero");
        }
    }

    /** More than 60 % of the latest 20 orders; four hours. */
    public static AbuseRules ordinary() {
        return new AbuseRules(20, 0.6, BAN);
    }
}
