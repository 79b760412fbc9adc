package io.otpstream.client;

import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.clients.ClientConfig;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How orders go by country and by platform, as a table in this program. One thread keeps it current with what {@code
 * verification.success-rates} and its sibling by platform say. Safe for use by several threads.
 */
public final class SuccessRatesTable implements AutoCloseable {

    private static final ReadingPlan READS =
            new ReadingPlan(List.of(Topics.SUCCESS_RATES, Topics.SUCCESS_RATES_BY_PLATFORM), List.of());

    private final Map<String, SuccessRates> countries = new ConcurrentHashMap<>();
    private final Map<String, SuccessRates> platforms = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Void> loaded = new CompletableFuture<>();
    private final TopicFeed feed;
    private volatile @Nullable Throwable failure;

    /** Takes over the consumer, which is closed if this fails. */
    SuccessRatesTable(Consumer<String, byte[]> consumer, Duration patience) {
        this.feed = TopicFeed.start("otpstream-client-rates", consumer, READS, patience, new Rows());
    }

    /**
     * Connects and begins to read; {@link #awaitLoaded} says when the table is complete.
     *
     * @param kafkaProperties what every Kafka client is given, {@code bootstrap.servers} included
     * @throws KafkaException within {@code default.api.timeout.ms} (10 s unless given) when the brokers don't answer, or a
     *     topic is missing
     */
    public static SuccessRatesTable connect(Map<String, ?> kafkaProperties) {
        ClientConfig config = ClientConfig.of(kafkaProperties, "otpstream-client-rates");
        return new SuccessRatesTable(TopicFeed.consumer(config), config.patience());
    }

    /**
     * Returns this table when everything is in it that was on the topics when it was opened.
     *
     * @throws TimeoutException if that takes longer
     * @throws KafkaException if the topics can't be read any more
     */
    public SuccessRatesTable awaitLoaded(Duration atMost) {
        try {
            loaded.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException("the success rates were not read within " + ReasonText.seconds(atMost), late);
        } catch (ExecutionException failed) {
            throw new KafkaException("the success rates can't be read", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /**
     * How orders in one country went; empty if none was placed there.
     *
     * @throws KafkaException if the topics can't be read any more, so that the table grows old
     */
    public Optional<SuccessRates> get(int countryId) {
        return row(countries, Integer.toString(countryId));
    }

    /**
     * How orders in one country for one platform went; empty if none was placed.
     *
     * @throws KafkaException if the topics can't be read any more, so that the table grows old
     */
    public Optional<SuccessRates> get(int countryId, int platformId) {
        return row(platforms, countryId + "/" + platformId);
    }

    /**
     * All countries, by id.
     *
     * @throws KafkaException if the topics can't be read any more, so that the table grows old
     */
    public List<SuccessRates> countries() {
        checkCurrent();
        return countries.values().stream()
                .sorted(Comparator.comparingInt(SuccessRates::countryId))
                .toList();
    }

    @Override
    public void close() {
        feed.close();
        loaded.completeExceptionally(new IllegalStateException("the table is closed"));
    }

    private Optional<SuccessRates> row(Map<String, SuccessRates> rows, String key) {
        checkCurrent();
        return Optional.ofNullable(rows.get(key));
    }

    private void checkCurrent() {
        Throwable problem = failure;
        if (problem != null) {
            throw new KafkaException("the success rates can't be read any more", problem);
        }
    }

    private final class Rows implements FeedListener {

        @Override
        public void onRecord(ConsumerRecord<String, byte[]> record) {
            if (RecordReader.isFrom(Topics.SUCCESS_RATES, record)) {
                keep(Topics.SUCCESS_RATES, record, countries);
            } else {
                keep(Topics.SUCCESS_RATES_BY_PLATFORM, record, platforms);
            }
        }

        @Override
        public void onCaughtUp() {
            loaded.complete(null);
        }

        @Override
        public void onFailure(Throwable problem) {
            failure = problem;
            loaded.completeExceptionally(problem);
        }

        private static void keep(
                Topic<String, SuccessRates> topic,
                ConsumerRecord<String, byte[]> record,
                Map<String, SuccessRates> rows) {
            if (record.key() == null) {
                return;
            }
            if (record.value() == null) {
                rows.remove(record.key());
            } else {
                RecordReader.readOrWarn(topic, record).ifPresent(rates -> rows.put(record.key(), rates));
            }
        }
    }
}
