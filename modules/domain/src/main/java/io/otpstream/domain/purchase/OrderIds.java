package io.otpstream.domain.purchase;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** An order of order ids that doesn't depend on the answer: numbers by their size, then all others as text. */
final class OrderIds {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

    static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing(id -> !isNumber(id))
            .thenComparing(id -> isNumber(id) ? new BigInteger(id) : BigInteger.ZERO)
            .thenComparing(Comparator.naturalOrder());

    private OrderIds() {}

    private static boolean isNumber(String id) {
        return NUMBER.matcher(id).matches();
    }
}
