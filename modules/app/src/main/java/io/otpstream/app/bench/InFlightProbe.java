package io.otpstream.app.bench;

import io.otpstream.contract.JsonSerde;
import io.otpstream.streams.replies.KafkaReplySink;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.store.VerificationRow;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Which creates are under way, as the brokers know it: committed by their task, and without an answer. */
final class InFlightProbe {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;

    InFlightProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The creates that are under way, each by request, attempt and time, with the partition of its task. */
    Map<String, Integer> open() throws InterruptedException, ExecutionException {
        awaitMarkers();
        Map<String, String> placing = new TreeMap<>();
        Map<String, Integer> partitions = new TreeMap<>();
        var rows = JsonSerde.of(VerificationRow.class).deserializer();
        read(GroupProbe.APPLICATION_ID + "-" + VerificationStoreBuilder.NAME + "-changelog", record -> {
            String create = create(record.key(), rows.deserialize(record.topic(), record.value()));
            if (create == null) {
                placing.remove(record.key());
            } else {
                placing.put(record.key(), create);
                partitions.put(create, record.partition());
            }
        });
        partitions.keySet().retainAll(placing.values());
        var replies = JsonSerde.of(Reply.class).deserializer();
        read(KafkaReplySink.TOPIC, record -> {
            Reply reply = replies.deserialize(record.topic(), record.value());
            if (reply != null && reply.create() != null) {
                partitions.remove(
                        name(record.key(), reply.attempt(), reply.create().sendBy()));
            }
        });
        return partitions;
    }

    /** A transaction that its owner has committed counts, also if the brokers are still writing that down. */
    private void awaitMarkers() throws InterruptedException, ExecutionException {
        ListTransactionsOptions committing =
                new ListTransactionsOptions().filterStates(List.of(TransactionState.PREPARE_COMMIT));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (!admin.listTransactions(committing).all().get().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        }
    }

    private static @Nullable String create(String requestId, @Nullable VerificationRow row) {
        return row == null || row.create() == null || row.history() == null
                ? null
                : name(requestId, row.history().attempt(), row.create().sendBy());
    }

    private static String name(String requestId, int attempt, Object sendBy) {
        return requestId + "/" + attempt + "/" + sendBy;
    }

    /** What is committed by now. */
    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }
}
