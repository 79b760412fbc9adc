package io.otpstream.app.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number for each of some tenants, written as {@code shop=2,qa=0.5}. */
final class TenantNumbers {

    private static final Pattern ONE = Pattern.compile("([^=,\\s][^=,]*)=([0-9]{1,6}(?:\\.[0-9]{1,6})?)");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private TenantNumbers() {}

    static Rule rule() {
        return new Rule(
                "tenants and numbers above 0, each tenant once, written like shop=2,qa=0.5",
                value -> parse((String) value).isPresent());
    }

    /** Tenant → number; empty if the text says something else. A blank text names nobody. */
    static Optional<Map<String, Double>> parse(String text) {
        Map<String, Double> numbers = new TreeMap<>();
        if (text.isBlank()) {
            return Optional.of(numbers);
        }
        for (String part : COMMA.split(text.strip(), -1)) {
            Matcher one = ONE.matcher(part);
            if (!one.matches()) {
                return Optional.empty();
            }
            double number = Double.parseDouble(one.group(2));
            if (number == 0 || numbers.put(one.group(1).strip(), number) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }
}
