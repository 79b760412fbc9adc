package io.otpstream.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one partition, written in transactions and read as committed. */
record TestTopic(String bootstrapServers, String name) {

    static TestTopic create(String bootstrapServers, String name) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
        return new TestTopic(bootstrapServers, name);
    }

    void commit(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer()) {
            send(producer, values);
            producer.commitTransaction();
        }
    }

    void abort(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer()) {
            send(producer, values);
            producer.abortTransaction();
        }
    }

    /** All that is committed, once there are {@code count} records or more. */
    List<String> read(int count) {
        return new TestRecords(bootstrapServers)
                .await(name, count).stream()
                        .map(found -> new String(found.value(), StandardCharsets.UTF_8))
                        .toList();
    }

    private void send(KafkaProducer<String, String> producer, String... values)
            throws ExecutionException, InterruptedException {
        producer.initTransactions();
        producer.beginTransaction();
        for (String value : values) {
            producer.send(new ProducerRecord<>(name, "key", value)).get();
        }
    }

    private KafkaProducer<String, String> producer() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", name + "-writer");
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }
}
