package io.otpstream.acceptance;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.Topics;
import io.otpstream.streams.money.MoneyRules;
import io.otpstream.streams.money.MoneyWatch;
import io.otpstream.streams.money.Movement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The ledger alone, with movements made of the public events: each comes once here, for nothing crashes. */
final class LedgerProcess implements AutoCloseable {

    private final KafkaStreams streams;

    private LedgerProcess(KafkaStreams streams) {
        this.streams = streams;
    }

    static LedgerProcess start(String bootstrapServers, Path stateDir, MoneyRules rules) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Movement> movements = builder.stream(
                        Topics.ORDERS.name(),
                        Consumed.with(Topics.ORDERS.keySerde(), Topics.ORDERS.valueSerde())
                                .withName("order-source"))
                .flatMapValues(LedgerProcess::movement, Named.as("to-movement"));
        new MoneyWatch(rules).build(builder, movements);
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ledger");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        streams.start();
        return new LedgerProcess(streams);
    }

    private static List<Movement> movement(OrderEvent event) {
        long price = Objects.requireNonNullElse(event.priceIdr(), 0L);
        return switch (event.type()) {
            case PLACED -> List.of(of(event, price, 0, price));
            case COMPLETED, LATE_CODE -> List.of(of(event, 0, 0, -price));
            case EXPIRED, CANCELLED -> List.of(of(event, 0, price, -price));
            case REFUSED, IN_DOUBT, ORPHANED, UNKNOWN -> List.of();
        };
    }

    private static Movement of(OrderEvent event, long charged, long refunded, long locked) {
        Instant placedAt = Objects.requireNonNull(event.placedAt());
        return new Movement(Movement.VERSION, event.at(), placedAt, charged, refunded, locked, 0, event.priceFrom());
    }

    @Override
    public void close() {
        streams.close();
    }
}
