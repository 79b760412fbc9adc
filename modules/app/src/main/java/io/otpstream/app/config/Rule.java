package io.otpstream.app.config;

import io.otpstream.dashboard.DashboardSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * What a value has to be.
 *
 * @param expected the end of a sentence that begins with "expected"
 */
record Rule(String expected, Predicate<Object> accepts) implements ConfigDef.Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!accepts.test(value)) {
            throw new ConfigException(name + ": expected " + expected);
        }
    }

    /** Kafka shows this as the valid values of a key. */
    @Override
    public String toString() {
        return expected;
    }

    static Rule durationBetween(Duration least, Duration most) {
        return new Rule(
                "a duration from " + DurationText.format(least) + " to " + DurationText.format(most)
                        + ", written like 250ms, 90s, 10m, 12h or 7d",
                value -> DurationText.parse((String) value)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0)
                        .isPresent());
    }

    static Rule integerBetween(int least, int most) {
        return new Rule("a whole number from " + least + " to " + most, value -> {
            int number = (Integer) value;
            return number >= least && number <= most;
        });
    }

    static Rule numberBetween(int least, int most) {
        return new Rule("a number from " + least + " to " + most, value -> {
            double number = (Double) value;
            return number >= least && number <= most;
        });
    }

    /** A part of a whole, or a blank text where there is none. */
    static Rule share() {
        Pattern number = Pattern.compile("0(?:\\.[0-9]{1,6})?|1(?:\\.0{1,6})?");
        return new Rule("a number from 0 to 1, or nothing", value -> {
            String text = ((String) value).strip();
            return text.isEmpty() || number.matcher(text).matches();
        });
    }

    static Rule trueOrFalse() {
        return new Rule("true or false", Boolean.class::isInstance);
    }

    static Rule percentOrNone() {
        return matching("none|[0-9]|[1-9][0-9]|100", "a whole number of percent from 0 to 100, or none");
    }

    /** See {@link HostAndPort}. */
    static Rule hostAndPortOrNone() {
        return new Rule(
                "host:port, such as 127.0.0.1:8086, or none",
                value -> value.equals("none")
                        || HostAndPort.parse((String) value).isPresent());
    }

    static Rule oneOf(List<String> values) {
        return new Rule(String.join(" or ", values), values::contains);
    }

    static Rule matching(String regex, String expected) {
        Pattern pattern = Pattern.compile(regex);
        return new Rule(expected, value -> pattern.matcher((String) value).matches());
    }

    static Rule dashboardPassword() {
        Pattern pattern = Pattern.compile("|[\\x21-\\x7e]{" + DashboardSettings.SHORTEST_PASSWORD + ",200}");
        return new Rule(
                DashboardSettings.SHORTEST_PASSWORD + " to 200 visible ASCII characters, or nothing",
                value -> pattern.matcher(((Password) value).value()).matches());
    }

    /** See {@link RupiahText}. */
    static Rule rupiahOrNone() {
        return new Rule(
                "a whole number of rupiah from 1 to " + RupiahText.MOST + ", or none",
                value -> RupiahText.isValid((String) value));
    }

    static Rule path() {
        return new Rule("a path", value -> isPath((String) value));
    }

    static Rule apiUrl() {
        return new Rule(
                "an http or https URL without user, query and fragment, such as https://api.smscode.gg/v1",
                value -> isApiUrl((String) value));
    }

    private static boolean isPath(String value) {
        try {
            return Path.of(value).getNameCount() >= 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isApiUrl(String value) {
        try {
            URI uri = new URI(value);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return http && plain && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
