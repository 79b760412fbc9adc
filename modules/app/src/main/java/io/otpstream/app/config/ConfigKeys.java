package io.otpstream.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Split;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** Every key that otpstream knows, with its default, its rule and what it is for. */
public final class ConfigKeys {

    public static final String API_URL = "api.url";
    public static final String API_DIALECT = "api.dialect";
    public static final String API_TOKEN_FILE = "api.token.file";
    public static final String API_TIMEOUT = "api.timeout";
    public static final String RATE_LIMIT_PER_MINUTE = "rate.limit.per.minute";
    public static final String POLL_INTERVAL = "poll.interval";
    public static final String POLL_STRATEGY = "poll.strategy";
    public static final String POLL_TARGET_CODE_AGE = "poll.target-code-age";
    public static final String TENANT_WEIGHTS = "tenant.weights";
    public static final String TENANT_ORDERS_PER_MINUTE = "tenant.orders.per.minute";
    public static final String BUDGET_SPLIT = "budget.split";
    public static final String CHOOSE_WAIT_IDR_PER_MINUTE = "choose.wait.idr.per.minute";
    public static final String BALANCE_INTERVAL = "balance.interval";
    public static final String SPEND_CAP_PER_HOUR = "spend.cap.idr.per.hour";
    public static final String SPEND_CAP_PER_DAY = "spend.cap.idr.per.day";
    public static final String ALERT_BALANCE_BELOW = "alert.balance.below.idr";
    public static final String PURCHASE_MAX_QUANTITY = "purchase.max.quantity";
    public static final String FINISH_ENABLED = "finish.enabled";
    public static final String BREAKER_SUCCESS_BELOW = "breaker.success.below";
    public static final String BREAKER_MIN_ORDERS = "breaker.min.orders";
    public static final String BREAKER_PAUSE = "breaker.pause";
    public static final String WEBHOOK_LISTEN = "webhook.listen";
    public static final String WEBHOOK_SECRET_FILE = "webhook.secret.file";
    public static final String CATALOG_TTL = "catalog.ttl";
    public static final String DEDUP_RETENTION = "dedup.retention";
    public static final String RESULTS_RETENTION = "results.retention";
    public static final String IN_DOUBT_POLICY = "in-doubt.policy";
    public static final String ALERT_SUCCESS_RATE_BELOW = "alert.success.rate.below";
    public static final String APPLICATION_ID = "application.id";
    public static final String STATE_DIR = "state.dir";
    public static final String STREAM_THREADS = "stream.threads";
    public static final String DASHBOARD_HOST = "dashboard.host";
    public static final String DASHBOARD_PORT = "dashboard.port";
    public static final String DASHBOARD_PASSWORD = "dashboard.password";
    public static final String SPEED = "speed";
    public static final String KAFKA_BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";

    /** Whatever follows it is handed to every Kafka client as it stands. */
    public static final String KAFKA_PREFIX = "kafka.";

    private ConfigKeys() {}

    /** A new definition; durations are texts of {@link DurationText}. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        for (KeyGroup group : KeyGroup.values()) {
            definition(group).configKeys().values().forEach(definition::define);
        }
        return definition;
    }

    /** A new definition of the keys of one group, in the order in which a reader meets them. */
    public static ConfigDef definition(KeyGroup group) {
        ConfigDef definition = new ConfigDef();
        switch (group) {
            case API -> api(definition);
            case SPENDING -> spending(definition);
            case BUYING -> buying(definition);
            case WEBHOOK -> webhook(definition);
            case MONEY -> money(definition);
            case RETENTION -> retention(definition);
            case ALERTS -> alerts(definition);
            case STREAMS -> streams(definition);
            case DASHBOARD -> dashboard(definition);
        }
        return definition;
    }

    /** The environment variable that sets a key. */
    public static String variable(String key) {
        return EnvironmentReader.variable(key);
    }

    /** The default as one would write it; that of a secret is nothing. */
    public static String defaultText(ConfigDef.ConfigKey key) {
        return key.type == PASSWORD
                ? ((Password) key.defaultValue).value()
                : String.valueOf(ConfigDef.convertToString(key.defaultValue, key.type));
    }

    /** Whether the value of a key is shown to nobody, {@code kafka.} keys included. */
    public static boolean isSecret(String key) {
        ConfigDef.ConfigKey defined = definition().configKeys().get(key);
        return defined != null
                ? defined.type == PASSWORD
                : !key.startsWith(KAFKA_PREFIX) || !KafkaSettings.isPublic(key.substring(KAFKA_PREFIX.length()));
    }

    /** The key that somebody who typed another one probably meant. */
    public static String nearest(String typed) {
        return NearestKey.to(typed, definition().names());
    }

    private static void api(ConfigDef definition) {
        definition
                .define(API_URL, STRING, "https://api.smscode.gg/v1", Rule.apiUrl(), HIGH, """
                        Where the SMSCode API is. The simulator prints the address to put here.""")
                .define(API_DIALECT, STRING, "auto", Rule.oneOf(texts(DialectChoice.values())), HIGH, """
                        Which contract the API keeps: that of the vendor's guide (guide), the one that it has published \
                        (published), or whichever it turns out to keep when it is asked at the start (auto).""")
                .define(API_TOKEN_FILE, STRING, "", Rule.path(), HIGH, """
                        The file that holds the API token, read again when it changes. The environment variable \
                        SMSCODE_TOKEN wins over it.""")
                .define(
                        API_TIMEOUT,
                        STRING,
                        "10s",
                        duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
                        MEDIUM,
                        """
                        How long one request to the API may take, from connecting to the last byte of the answer.""")
                .define(RATE_LIMIT_PER_MINUTE, INT, 300, Rule.integerBetween(2, 10_000), HIGH, """
                        How many requests the API token allows in any 60 s. All instances with the same topics share \
                        them, so each is told the whole number.""")
                .define(
                        POLL_INTERVAL,
                        STRING,
                        "5s",
                        duration(Duration.ofSeconds(5), Duration.ofMinutes(10)),
                        MEDIUM,
                        """
                        The shortest time between two looks at the same order. The API asks for at least 5 s.""")
                .define(CATALOG_TTL, STRING, "60s", duration(Duration.ofSeconds(1), Duration.ofHours(1)), LOW, """
                        How long countries, prices and stock are believed before they are asked for again.""");
    }

    private static void spending(ConfigDef definition) {
        definition
                .define(POLL_STRATEGY, STRING, "adaptive", Rule.oneOf(texts(PollStrategy.values())), MEDIUM, """
                        Which order is looked at next while requests wait: the one whose code has most likely been \
                        there for longest (adaptive), or every one at poll.interval (fixed).""")
                .define(
                        POLL_TARGET_CODE_AGE,
                        STRING,
                        "4400ms",
                        duration(Duration.ofMillis(2_500), Duration.ofMinutes(1)),
                        MEDIUM,
                        """
                        How old codes may be on average when they are found while requests wait. More means more \
                        verifications in a minute, each a little later.""")
                .define(TENANT_WEIGHTS, STRING, "", TenantNumbers.rule(), LOW, """
                        What part of new orders a tenant gets while others wait as well, as shop=2,qa=0.5. Who isn't \
                        named has 1.""")
                .define(TENANT_ORDERS_PER_MINUTE, STRING, "", TenantNumbers.rule(), LOW, """
                        The most new orders of a tenant in a minute, as qa=10. Who isn't named has no limit.""")
                .define(BUDGET_SPLIT, STRING, "demand", Rule.oneOf(texts(Split.values())), LOW, """
                        How instances share the requests: by what each can use (demand), or by the partitions that each \
                        has (partitions), which is there to be compared with.""")
                .define(CHOOSE_WAIT_IDR_PER_MINUTE, INT, 1_000, Rule.integerBetween(0, 1_000_000), MEDIUM, """
                        What a minute of waiting for a code is worth, in rupiah, to requests that leave the country to \
                        us (choose: best). 0 means that only the price counts.""");
    }

    private static void buying(ConfigDef definition) {
        definition
                .define(PURCHASE_MAX_QUANTITY, INT, 10, Rule.integerBetween(1, 100), MEDIUM, """
                        The most numbers that one request to the API buys, for as many verifications of the same kind. \
                        Only in the published dialect.""")
                .define(FINISH_ENABLED, BOOLEAN, true, Rule.trueOrFalse(), MEDIUM, """
                        Whether orders that have brought their code are finished, with requests that nothing else needs. \
                        Only in the published dialect.""")
                .define(BREAKER_SUCCESS_BELOW, STRING, "10", Rule.percentOrNone(), MEDIUM, """
                        When fewer percent of the latest orders of a country and platform than this have brought a code, \
                        no more are bought there for a while, before the API bans the token for it.""")
                .define(BREAKER_MIN_ORDERS, INT, 20, Rule.integerBetween(1, 10_000), LOW, """
                        How many orders of a country and platform have to have ended before breaker.success.below \
                        counts.""")
                .define(BREAKER_PAUSE, STRING, "10m", duration(Duration.ofSeconds(1), Duration.ofDays(1)), LOW, """
                        How long nothing is bought of a country and platform whose orders bring too few codes.""");
    }

    private static void webhook(ConfigDef definition) {
        definition
                .define(WEBHOOK_LISTEN, STRING, "none", Rule.hostAndPortOrNone(), MEDIUM, """
                        Where the API's webhooks are received, as 127.0.0.1:8086, behind something that speaks https to \
                        the outside. Only in the published dialect, and only with the secret of the webhook.""")
                .define(WEBHOOK_SECRET_FILE, STRING, "", Rule.path(), MEDIUM, """
                        The file that holds the secret that the API signs its webhooks with. The environment variable \
                        SMSCODE_WEBHOOK_SECRET wins over it.""");
    }

    private static void money(ConfigDef definition) {
        definition
                .define(
                        BALANCE_INTERVAL,
                        STRING,
                        "60s",
                        duration(Duration.ofSeconds(10), Duration.ofHours(1)),
                        LOW,
                        """
                        How often the balance is read while orders are open or requests wait, one request each for all \
                        instances; every ten minutes otherwise.""")
                .define(SPEND_CAP_PER_HOUR, STRING, "none", Rule.rupiahOrNone(), MEDIUM, """
                        When the orders placed in one hour (UTC) have cost so many rupiah, open ones included, new ones \
                        wait until it ends or refunds bring them below.""")
                .define(SPEND_CAP_PER_DAY, STRING, "none", Rule.rupiahOrNone(), MEDIUM, """
                        The same for orders placed in one day (UTC).""")
                .define(ALERT_BALANCE_BELOW, STRING, "none", Rule.rupiahOrNone(), MEDIUM, """
                        A balance below so many rupiah raises the alert balance_low. Without it there still is an alert \
                        when the balance doesn't last for an hour.""");
    }

    private static void retention(ConfigDef definition) {
        definition
                .define(DEDUP_RETENTION, STRING, "7d", duration(Duration.ofDays(1), Duration.ofDays(365)), MEDIUM, """
                        How long a request id stays known, so that a second request with it is not served again; also \
                        the retention of the requests topic. At least as long as commands are kept.""")
                .define(
                        RESULTS_RETENTION,
                        STRING,
                        "1h",
                        duration(Duration.ofMinutes(1), Duration.ofDays(7)),
                        MEDIUM,
                        """
                        How long codes stay on their topic. Codes are secrets: keep it short.""");
    }

    private static void alerts(ConfigDef definition) {
        definition.define(ALERT_SUCCESS_RATE_BELOW, STRING, "", Rule.share(), MEDIUM, """
                        Below what success rate of late, 0 to 1, a country is worth an alert whatever its past. Empty \
                        means that only a country that does clearly worse than before is.""");
    }

    private static void streams(ConfigDef definition) {
        definition
                .define(IN_DOUBT_POLICY, STRING, "reorder", Rule.oneOf(texts(InDoubtPolicy.values())), MEDIUM, """
                        What to do when the answer to an order never came: place another one, since an unused number \
                        is refunded (reorder), or end the request (fail).""")
                .define(
                        APPLICATION_ID,
                        STRING,
                        "otpstream",
                        Rule.matching("[A-Za-z0-9._-]{1,100}", "1 to 100 of A-Z a-z 0-9 . _ -"),
                        MEDIUM,
                        """
                        Instances with the same id share the work. It begins the names of consumer groups and \
                        changelog topics, so another id is another pipeline with an empty memory.""")
                .define(STATE_DIR, STRING, "", Rule.path(), MEDIUM, """
                        Where the state stores are. Empty means otpstream under $XDG_STATE_HOME or ~/.local/state.""")
                .define(STREAM_THREADS, INT, 1, Rule.integerBetween(1, 64), LOW, """
                        How many threads process records; more than there are partitions stay idle.""")
                .define(SPEED, DOUBLE, 1.0, Rule.numberBetween(1, 1_000), LOW, """
                        Divides every duration. Only for runs against the simulator at the same speed.""")
                .define(
                        KAFKA_BOOTSTRAP_SERVERS,
                        STRING,
                        "127.0.0.1:9092",
                        Rule.matching("\\S+:\\d{1,5}(\\s*,\\s*\\S+:\\d{1,5})*", "host:port, or several with commas"),
                        HIGH,
                        """
                        The brokers to begin with. Every other key that begins with kafka. goes to the Kafka clients \
                        too, such as kafka.security.protocol.""");
    }

    private static void dashboard(ConfigDef definition) {
        definition
                .define(
                        DASHBOARD_HOST,
                        STRING,
                        "127.0.0.1",
                        Rule.matching("[A-Za-z0-9._:-]{1,255}", "a host name or an address, without a port"),
                        MEDIUM,
                        """
                        Where the dashboard listens. Any other address than this machine's loopback needs \
                        dashboard.password.""")
                .define(DASHBOARD_PORT, INT, 8085, Rule.integerBetween(0, 65_535), MEDIUM, """
                        The dashboard's port; 0 for any free one.""")
                .define(DASHBOARD_PASSWORD, PASSWORD, "", Rule.dashboardPassword(), MEDIUM, """
                        What the dashboard asks for, with any user name. Better set in the environment, as \
                        OTPSTREAM_DASHBOARD_PASSWORD. Empty means that nothing is asked for.""");
    }

    private static List<String> texts(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Rule duration(Duration least, Duration most) {
        return Rule.durationBetween(least, most);
    }
}
