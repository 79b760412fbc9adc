package io.otpstream.simulator.vendor;

import java.util.Locale;

/**
 * A platform of the catalogue.
 *
 * @param surchargeIdr over a country's base price
 */
record Platform(int id, String code, String name, long surchargeIdr) {

    static Platform of(ForcedOutcome forced) {
        String name = "Forced: " + forced.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Platform(forced.platformId(), "forced-" + forced.platformId(), name, 0);
    }
}
