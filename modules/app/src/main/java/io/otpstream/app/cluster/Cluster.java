package io.otpstream.app.cluster;

import io.otpstream.contract.Topic;
import io.otpstream.contract.clients.ClientConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A Kafka cluster, as a program sees it that asks or tells something and ends. Holds no connection itself; what it opens
 * belongs to the caller. Every method throws Kafka's own {@link KafkaException}, within {@link #patience()}.
 */
public final class Cluster {

    /** Begins the line of every log message of these clients. */
    private static final String CLIENT_ID = "otpstream-command";

    /** A pipeline reads no further than the transaction of a process that died, until it is over. */
    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    /** The {@code max.message.bytes} of the topic of dead letters. */
    private static final int LARGEST_REQUEST_BYTES = 2_097_152;

    private final ClientConfig clients;
    private final Duration patience;

    private Cluster(ClientConfig clients) {
        this.clients = clients;
        this.patience = clients.patience();
    }

    /**
     * Doesn't connect yet.
     *
     * @param clientConfig with {@code bootstrap.servers}; {@code default.api.timeout.ms}, if given, replaces the 10 s
     *     that an answer may take
     */
    public static Cluster of(Map<String, Object> clientConfig) {
        return new Cluster(ClientConfig.of(clientConfig, CLIENT_ID));
    }

    /** How long an answer may take. */
    public Duration patience() {
        return patience;
    }

    /** A client for topics; the caller closes it. */
    public Admin admin() {
        return Admin.create(clients.forAdmin());
    }

    /**
     * A producer that loses and doubles nothing: acknowledged by all replicas, idempotent. The caller closes it.
     *
     * @throws MissingTopicsException when the topic isn't there
     */
    public <V> Producer<String, V> producer(Topic<String, V> topic) {
        partitions(List.of(topic.name()));
        return new KafkaProducer<>(
                clients.forProducer(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }

    /** A producer that writes in transactions, for a record of any topic; the caller closes it. */
    public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
        return new KafkaProducer<>(
                forTransactions(transactionalId), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Reads all partitions of the topics, without a group; the caller closes it. Where it begins and which end it has is
     * decided before this returns.
     *
     * @throws MissingTopicsException when a topic isn't there
     */
    public TopicReader reader(StartAt start, List<? extends Topic<String, ?>> topics) {
        return readerOf(start, topics.stream().map(Topic::name).toList());
    }

    /**
     * The same of topics by their names.
     *
     * @param topics their names
     * @throws MissingTopicsException when a topic isn't there
     */
    public TopicReader readerOf(StartAt start, List<String> topics) {
        return reader(topics, (consumer, partitions) -> TopicReader.open(consumer, partitions, start, patience));
    }

    /**
     * The same for topics that aren't public: from the first record of each partition that is not older, or its last one
     * where all are older.
     *
     * @param since by the topics' clock
     * @param topics their names
     * @throws MissingTopicsException when a topic isn't there
     */
    public TopicReader readerSince(Instant since, List<String> topics) {
        return reader(topics, (consumer, partitions) -> TopicReader.openSince(consumer, partitions, since, patience));
    }

    /**
     * Reads, from the beginning, only the partitions that hold the records of this key if Kafka's default partitioner put
     * them there.
     *
     * @param topics their names
     * @throws MissingTopicsException when a topic isn't there
     */
    public TopicReader readerOf(String key, List<String> topics) {
        return read(
                KeyPartitions.of(key, partitions(topics)),
                (consumer, partitions) -> TopicReader.open(consumer, partitions, StartAt.BEGINNING, patience));
    }

    /**
     * Reads from the beginning to where the topics end for those who write to them: a transaction that is open is waited
     * for, because behind it may lie what was committed already.
     *
     * @param topics their names
     * @throws MissingTopicsException when a topic isn't there
     */
    public TopicReader readerOfAllThatIsWritten(List<String> topics) {
        return read(
                partitions(topics),
                (consumer, partitions) -> TopicReader.openUntil(consumer, writtenEnds(partitions), patience));
    }

    private Map<TopicPartition, Long> writtenEnds(List<TopicPartition> partitions) {
        Map<String, Object> config = clients.forConsumer();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions, patience);
        }
    }

    /**
     * A producer of bytes whose transactions no other with the same id can commit once it was initialised. Takes records as
     * large as dead letters may be. The caller initialises and closes it.
     *
     * @param topics that it is going to write to
     * @throws MissingTopicsException when one of them isn't there
     */
    public Producer<byte[], byte[]> transactionalProducer(String transactionalId, Collection<String> topics) {
        partitions(List.copyOf(topics));
        Map<String, Object> config = forTransactions(transactionalId);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> forTransactions(String transactionalId) {
        Map<String, Object> config = clients.forProducer();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        // Readers of committed records wait for a transaction that nobody ends.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Math.toIntExact(TRANSACTION.toMillis()));
        return config;
    }

    private TopicReader reader(
            List<String> topics, BiFunction<Consumer<byte[], byte[]>, List<TopicPartition>, TopicReader> open) {
        return read(partitions(topics), open);
    }

    private TopicReader read(
            List<TopicPartition> partitions,
            BiFunction<Consumer<byte[], byte[]>, List<TopicPartition>, TopicReader> open) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clients.forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            return open.apply(consumer, partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private List<TopicPartition> partitions(List<String> topics) {
        try (Admin admin = admin()) {
            Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                            topics, new DescribeTopicsOptions().timeoutMs(Math.toIntExact(patience.toMillis())))
                    .topicNameValues();
            List<TopicPartition> partitions = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (String topic : topics) {
                try {
                    answer(answers, topic)
                            .partitions()
                            .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
                } catch (UnknownTopicOrPartitionException absent) {
                    missing.add(topic);
                }
            }
            if (!missing.isEmpty()) {
                throw new MissingTopicsException(missing);
            }
            return partitions;
        }
    }

    private TopicDescription answer(Map<String, KafkaFuture<TopicDescription>> answers, String topic) {
        KafkaFuture<TopicDescription> answer = answers.get(topic);
        if (answer == null) {
            throw new KafkaException("the broker's answer leaves out " + topic);
        }
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException reason
                    ? reason
                    : new KafkaException("asking about " + topic + " failed", refused.getCause());
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException("no answer about " + topic + " within " + patience, late);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
