package io.otpstream.app.cli;

import static org.awaitility.Awaitility.await;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes what the pipeline would write, in transactions as it does. */
final class Pipeline implements AutoCloseable {

    static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;

    Pipeline(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "pipeline"),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    void places(String id, int attempt, String number) {
        OrderEvent placed = OrderEvent.of(OrderEventType.PLACED, id, attempt, 6, 1, T0)
                .orderId("ord_" + attempt)
                .phoneNumber(number)
                .priceIdr(3_500L, PriceSource.CATALOG)
                .build();
        commit(Topics.ORDERS, id, placed);
    }

    void answers(String id, String code) {
        commit(Topics.OTP_RESULTS, id, result(id, code));
    }

    void answersButAborts(String id, String code) {
        producer.beginTransaction();
        var unused = write(Topics.OTP_RESULTS, id, result(id, code));
        producer.flush();
        producer.abortTransaction();
    }

    void ends(String id, Outcome outcome, String reason) {
        ExpiryResult result =
                new ExpiryResult(id, outcome, reason, null, List.of(), 1, T0, T0.plusSeconds(190), null, List.of());
        commit(Topics.EXPIRY_RESULTS, id, result);
    }

    void counts(@Nullable SuccessRates rates, int countryId) {
        commit(Topics.SUCCESS_RATES, Integer.toString(countryId), rates);
    }

    <V> void writes(Topic<String, V> topic, String key, @Nullable V value) {
        commit(topic, key, value);
    }

    /** Something that isn't a record of the contract. */
    void writesRubbish(Topic<String, ?> topic, String id) {
        producer.beginTransaction();
        commit(send(topic, id, new byte[] {'{'}));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static OtpResult result(String id, String code) {
        return new OtpResult(
                id,
                code,
                null,
                "ord_1",
                "6281234567890",
                6,
                1,
                3_500,
                Money.IDR,
                PriceSource.CATALOG,
                1,
                T0,
                T0.plusSeconds(2),
                T0.plusMillis(23_500),
                null,
                List.of(),
                false,
                null);
    }

    private <V> void commit(Topic<String, V> topic, String id, @Nullable V value) {
        producer.beginTransaction();
        commit(write(topic, id, value));
    }

    /** Returns when readers see it. A producer is told that its transaction is committed a little before that. */
    private void commit(Future<RecordMetadata> sent) {
        producer.commitTransaction();
        RecordMetadata written = sent.resultNow();
        TopicPartition partition = new TopicPartition(written.topic(), written.partition());
        await().until(() -> lastStableOffset(partition) > written.offset());
    }

    private long lastStableOffset(TopicPartition partition) throws Exception {
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private <V> Future<RecordMetadata> write(Topic<String, V> topic, String id, @Nullable V value) {
        byte[] bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
        return send(topic, id, bytes);
    }

    /** Committing throws if this fails. */
    private Future<RecordMetadata> send(Topic<String, ?> topic, String id, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic.name(), id, value));
    }
}
