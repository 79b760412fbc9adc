package io.otpstream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What an older version left on the brokers: the rows of its stores, as their changelogs hold them, and the answers of the
 * API. A file of it begins with a line that says when it was recorded; then follows a line per record.
 */
final class RecordedState {

    private static final String CHANGELOG = "-changelog";
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Instant recordedAt;
    private final List<Row> rows;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(String topic, int partitions, int partition, byte[] key, String value) {

        boolean isOfStore() {
            return topic.endsWith(CHANGELOG);
        }

        /** Deadlines and answers are about now; tables are about the hours that they name. */
        boolean isAboutNow() {
            return !isOfStore() || topic.equals(VerificationStoreBuilder.NAME + CHANGELOG);
        }
    }

    private RecordedState(Instant recordedAt, List<Row> rows) {
        this.recordedAt = recordedAt;
        this.rows = rows;
    }

    /** Reads a file of the tests' resources. */
    static RecordedState of(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedState.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            Instant recordedAt = Instant.parse(text(MAPPER.readTree(reader.readLine()), "recorded_at"));
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(row(MAPPER.readTree(line)));
            }
            return new RecordedState(recordedAt, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows a store has. */
    long rowsOf(String store) {
        return rows.stream()
                .filter(row -> row.topic().equals(store + CHANGELOG))
                .count();
    }

    /**
     * Puts it where an application finds it, as if verifications and answers had been recorded at another time: nothing
     * but their instants changes.
     */
    void write(String bootstrapServers, String application, Instant as)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(changelogs(application).toList()).all().get();
        }
        Duration shift = Duration.between(recordedAt, as);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Row row : rows) {
                String topic = row.isOfStore() ? application + "-" + row.topic() : row.topic();
                String value = row.isAboutNow() ? shifted(row.value(), shift) : row.value();
                producer.send(new ProducerRecord<>(
                                topic, row.partition(), row.key(), value.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    private Stream<NewTopic> changelogs(String application) {
        return rows.stream()
                .filter(Row::isOfStore)
                .map(row -> new NewTopic(application + "-" + row.topic(), row.partitions(), (short) 1)
                        .configs(Map.of("cleanup.policy", "compact")))
                .distinct();
    }

    private static String shifted(String value, Duration shift) {
        return INSTANT.matcher(value)
                .replaceAll(found -> Instant.parse(found.group()).plus(shift).toString());
    }

    private static Row row(JsonNode line) {
        byte[] key = line.has("key_hex")
                ? HexFormat.of().parseHex(text(line, "key_hex"))
                : text(line, "key").getBytes(StandardCharsets.UTF_8);
        return new Row(
                text(line, "topic"),
                line.path("partitions").intValue(),
                line.path("partition").intValue(),
                key,
                text(line, "value"));
    }

    private static String text(JsonNode line, String field) {
        return Objects.requireNonNull(line.path(field).textValue(), field);
    }
}
