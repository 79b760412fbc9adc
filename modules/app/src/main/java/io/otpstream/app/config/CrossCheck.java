package io.otpstream.app.config;

import io.otpstream.dashboard.DashboardSettings;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold between settings.
 *
 * @param rule the key at fault, what is expected, and why, each key in braces
 * @param broken whether a configuration doesn't keep to it
 */
public record CrossCheck(String rule, Predicate<OtpstreamConfig> broken) {

    private static final String REAL_API_HOST = "api.smscode.gg";
    private static final Pattern KEY = Pattern.compile("\\{([a-z.-]+)}");

    private static final List<CrossCheck> ALL = List.of(
            new CrossCheck(
                    "{speed}: expected 1 while {api.url} is the real API, which can't be hurried",
                    config -> isRealApi(config) && config.speed().isFaster()),
            new CrossCheck(
                    "{api.url}: expected https for " + REAL_API_HOST + ", else the token travels in clear",
                    config -> isRealApi(config)
                            && !"https".equals(config.api().url().getScheme())),
            new CrossCheck(
                    "{results.retention}: expected at most {dedup.retention}, for a code must not outlive what is known"
                            + " of its request",
                    config -> config.retention()
                                    .results()
                                    .compareTo(config.retention().dedup())
                            > 0),
            new CrossCheck(
                    "{dashboard.host}: expected 127.0.0.1 while {dashboard.password} is empty, for others could look in",
                    config -> config.dashboard().password().isEmpty()
                            && !DashboardSettings.isLoopback(config.dashboard().host())),
            new CrossCheck(
                    "{spend.cap.idr.per.day}: expected at least {spend.cap.idr.per.hour}, for a day has that hour in it",
                    config -> isLess(config.money().capPerDay(), config.money().capPerHour())),
            new CrossCheck(
                    "{webhook.listen}: expected the webhook's secret in {webhook.secret.file} or in the environment"
                            + " variable " + Secrets.WEBHOOK + ", else anybody could push codes",
                    config -> config.webhook().listen().isPresent() && hasNoSecret(config.webhook())),
            new CrossCheck(
                    "{webhook.listen}: expected none while {api.dialect} is guide, which knows no webhooks",
                    config -> config.webhook().listen().isPresent()
                            && config.api().dialect() == DialectChoice.GUIDE));

    /** All that there are. */
    public static List<CrossCheck> all() {
        return ALL;
    }

    /** The keys that it is about, the one at fault first. */
    public List<String> keys() {
        return KEY.matcher(rule).results().map(found -> found.group(1)).toList();
    }

    /** The rule with each key as {@code naming} calls it. */
    public String text(UnaryOperator<String> naming) {
        return KEY.matcher(rule)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(naming.apply(found.group(1))));
    }

    private static boolean isRealApi(OtpstreamConfig config) {
        return REAL_API_HOST.equalsIgnoreCase(config.api().url().getHost());
    }

    private static boolean isLess(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent() && one.getAsLong() < other.getAsLong();
    }

    private static boolean hasNoSecret(OtpstreamConfig.Webhook webhook) {
        return webhook.secret().isEmpty() && webhook.secretFile().isEmpty();
    }
}
