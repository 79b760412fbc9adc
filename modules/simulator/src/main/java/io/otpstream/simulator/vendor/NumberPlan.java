package io.otpstream.simulator.vendor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The phone numbers of a country: every prefix followed by so many free digits.
 *
 * @param prefixes with {@code +} and dial code
 */
record NumberPlan(List<String> prefixes, int freeDigits) {

    static NumberPlan of(String prefix, int freeDigits) {
        return new NumberPlan(List.of(prefix), freeDigits);
    }

    /** The 555-01XX numbers, which are set aside for fiction in every area code of North America. */
    static NumberPlan fictional555(String... areaCodes) {
        return new NumberPlan(
                Arrays.stream(areaCodes).map(area -> "+1" + area + "55501").toList(), 2);
    }

    int size() {
        return prefixes.size() * perPrefix();
    }

    /** @param index 0 to {@link #size()} − 1 */
    Secret number(int index) {
        String digits = String.format(Locale.ROOT, "%0" + freeDigits + "d", index % perPrefix());
        return new Secret(prefixes.get(index / perPrefix()) + digits);
    }

    private int perPrefix() {
        return Math.toIntExact(Math.round(Math.pow(10, freeDigits)));
    }
}
