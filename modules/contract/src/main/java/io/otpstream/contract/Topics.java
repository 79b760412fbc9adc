package io.otpstream.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The public topics with their serdes. {@code topics/topics.yaml} says the same for those who create topics, and why
 * each setting is what it is; a test holds the two together.
 */
public final class Topics {

    /** Request id → what is wanted. Written by requesters. */
    public static final Topic<String, VerificationRequest> REQUESTS =
            byAge("verification.requests", JsonSerde.of(VerificationRequest.class), 6, Duration.ofDays(7), Map.of());

    /** Request id → what the requester says later. Written by requesters. */
    public static final Topic<String, VerificationCommand> COMMANDS =
            byAge("verification.commands", JsonSerde.of(VerificationCommand.class), 6, Duration.ofDays(1), Map.of());

    /** Request id → one event of an order's life. Holds phone numbers. */
    public static final Topic<String, OrderEvent> ORDERS =
            byAge("verification.orders", JsonSerde.of(OrderEvent.class), 6, Duration.ofDays(1), secretOnBrokersClock());

    /** Request id → the code: one of the two final records, and those that follow it on a held order. */
    public static final Topic<String, OtpResult> OTP_RESULTS = byAge(
            "verification.otp-results", JsonSerde.of(OtpResult.class), 6, Duration.ofHours(1), secretOnBrokersClock());

    /** Request id → why there is no code: the other final record. */
    public static final Topic<String, ExpiryResult> EXPIRY_RESULTS = byAge(
            "verification.expiry-results", JsonSerde.of(ExpiryResult.class), 6, Duration.ofDays(7), onBrokersClock());

    /** Country id as decimal text → how orders there went so far. The table that users read. */
    public static final Topic<String, SuccessRates> SUCCESS_RATES =
            table("verification.success-rates", JsonSerde.of(SuccessRates.class), null);

    /** Country id, slash, platform id → how orders there went so far. */
    public static final Topic<String, SuccessRates> SUCCESS_RATES_BY_PLATFORM =
            table("verification.success-rates-by-platform", JsonSerde.of(SuccessRates.class), null);

    /** Country id, slash, start of the hour → how the orders went that were placed in it. */
    public static final Topic<String, SuccessRates> SUCCESS_RATES_BY_HOUR =
            table("verification.success-rates-by-hour", JsonSerde.of(SuccessRates.class), Duration.ofDays(35));

    /** What the orders have in common → where money went. */
    public static final Topic<String, Costs> COSTS =
            table("verification.costs", JsonSerde.of(Costs.class), Duration.ofDays(400));

    /** Start of the hour → what became of the balance. */
    public static final Topic<String, BalanceStatement> BALANCE_STATEMENTS =
            table("verification.balance-statements", JsonSerde.of(BalanceStatement.class), Duration.ofDays(400));

    /** Kind → what a person should look at. */
    public static final Topic<String, Alert> ALERTS =
            byAge("verification.alerts", JsonSerde.of(Alert.class), 1, Duration.ofDays(7), onBrokersClock());

    /** The key and value that couldn't be read, as bytes; {@link DeadLetterHeaders} say whence and why. */
    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>(
            "verification.dead-letters",
            Serdes.ByteArray(),
            Serdes.ByteArray(),
            3,
            Duration.ofDays(14),
            Cleanup.DELETE,
            Map.of(
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(2 * 1024 * 1024)));

    private static final List<Topic<?, ?>> ALL = List.of(
            REQUESTS,
            COMMANDS,
            ORDERS,
            OTP_RESULTS,
            EXPIRY_RESULTS,
            SUCCESS_RATES,
            SUCCESS_RATES_BY_PLATFORM,
            SUCCESS_RATES_BY_HOUR,
            COSTS,
            BALANCE_STATEMENTS,
            ALERTS,
            DEAD_LETTERS);

    private Topics() {}

    /** All public topics. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    private static <V> Topic<String, V> byAge(
            String name, Serde<V> value, int partitions, Duration retention, Map<String, String> config) {
        return new Topic<>(name, Serdes.String(), value, partitions, retention, Cleanup.DELETE, config);
    }

    private static <V> Topic<String, V> table(String name, Serde<V> value, @Nullable Duration retention) {
        return new Topic<>(
                name,
                Serdes.String(),
                value,
                1,
                retention,
                retention == null ? Cleanup.COMPACT : Cleanup.COMPACT_DELETE,
                Map.of(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(Duration.ofHours(1))));
    }

    private static Map<String, String> secretOnBrokersClock() {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.SEGMENT_MS_CONFIG,
                millis(Duration.ofMinutes(10)));
    }

    private static Map<String, String> onBrokersClock() {
        return Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
