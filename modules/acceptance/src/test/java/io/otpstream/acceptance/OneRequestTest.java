package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.TraceContext;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an operator finds out, and does, about single requests: trace, dead letters, withdrawing by label. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneRequestTest {

    private static final double SPEED = 10;
    private static final int INDONESIA = 6;

    /** What the simulator does with orders for these platforms. */
    private static final int CODE_AT_ONCE = 901;

    private static final int NO_CODE = 903;

    private static final TraceContext TRACE =
            new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "rojo=1");

    private static final String REPLIES = "otpstream.replies";

    @TempDir
    private static Path directory;

    private LocalStack stack;
    private TestRecords records;

    @BeforeAll
    void start() throws InterruptedException {
        stack = LocalStack.start(new LocalStackSettings(Dialect.GUIDE, 0, 0, SPEED, Optional.empty(), List.of()));
        records = new TestRecords(stack.bootstrapServers());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void aLifeIsToldUntilItsEndAndEveryRecordOfItBelongsToItsTrace() throws Exception {
        Headers headers = new RecordHeaders();
        TRACE.writeTo(headers);
        send(Topics.REQUESTS, "traced", request(CODE_AT_ONCE), headers);
        try (OtpstreamProcess follow = OtpstreamProcess.start(
                directory, Map.of(), "trace", "traced", "--follow", "--bootstrap-servers", stack.bootstrapServers())) {
            assertThat(follow.exitCode()).as(follow.err()).isZero();
            assertThat(follow.out()).containsSubsequence(" requested ", " placed ", "code after ");
        }

        String code = new String(
                        records.await(Topics.OTP_RESULTS.name(), "traced").value(), StandardCharsets.UTF_8)
                .replaceAll(".*\"code\":\"(\\d+)\".*", "$1");
        assertThat(code).matches("\\d{4,8}");
        for (Topic<?, ?> topic : List.of(Topics.ORDERS, Topics.OTP_RESULTS)) {
            assertThat(records.await(topic.name(), record -> record.key().equals("traced"), 1))
                    .allSatisfy(record ->
                            assertThat(TraceContext.readFrom(record.headers())).contains(TRACE));
        }

        CommandRun json = run("trace", "traced", "--json");
        assertThat(json.exitCode()).isZero();
        assertThat(json.out()).first().asString().startsWith("{\"event\":\"requested\",\"request_id\":\"traced\"");
        assertThat(json.out())
                .last()
                .asString()
                .contains("\"event\":\"summary\"", "\"outcome\":\"code\"", "\"orders\":1");
        assertThat(String.join("\n", json.out()))
                .contains("\"number_masked\":\"+62*")
                .doesNotContain(":\"" + code);
    }

    @Test
    void aRequestThatNobodyKnowsIsOneLine() {
        CommandRun run = run("trace", "nobody");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("otpstream: no record of nobody is on verification.");
    }

    @Test
    void aDeadLetterIsPutBackOnce() throws Exception {
        TestTopic quarantine = TestTopic.create(stack.bootstrapServers(), "quarantine");
        Headers headers = new RecordHeaders().add("other", bytes("kept"));
        TRACE.writeTo(headers);
        send(Topics.COMMANDS.name(), "buried", bytes("{\"type\":\"pay\"}"), headers);
        send(REPLIES, "buried", bytes("{\"version\":99,\"code\":\"847291\"}"), new RecordHeaders());
        String letter = idOf(Topics.COMMANDS.name());
        String reply = idOf(REPLIES);

        assertThat(run("dead-letters", "list", "--topic", Topics.COMMANDS.name(), "--json")
                        .out())
                .singleElement()
                .asString()
                .contains(
                        "\"id\":\"" + letter + "\"", "\"key\":\"buried\"", "\"field\":\"type\"", "\"replayed\":false");
        assertThat(run("dead-letters", "list", "--limit", "10").out())
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(line -> line.contains("847291"));

        assertThat(run("dead-letters", "replay", "--all", "--to", "quarantine", "--dry-run")
                        .out())
                .contains("would replay " + letter + " to quarantine");
        CommandRun first = whileAnotherHasBegun(
                () -> run("dead-letters", "replay", "--id", letter, "--id", reply, "--to", "quarantine"));
        assertThat(first.exitCode()).as("%s", first).isEqualTo(1);
        assertThat(first.out())
                .containsExactly(
                        "refused " + reply + ": it came from otpstream.replies, which is otpstream's own"
                                + " (--force replays it)",
                        "replayed " + letter + " to quarantine",
                        "replayed 1, skipped 0, failed 1");
        assertThat(run("dead-letters", "replay", "--id", letter, "--to", "quarantine")
                        .out())
                .containsExactly("skipped " + letter + ": replayed before", "replayed 0, skipped 1, failed 0");
        assertThat(run("dead-letters", "list", "--topic", Topics.COMMANDS.name(), "--json")
                        .out())
                .singleElement()
                .asString()
                .contains("\"replayed\":true");

        // A record behind it shows that there is no second one.
        send(quarantine.name(), "end", bytes("{}"), new RecordHeaders());
        List<ConsumerRecord<String, byte[]>> back = records.await("quarantine", 2);
        assertThat(back).extracting(ConsumerRecord::key).containsExactly("buried", "end");
        assertThat(back.getFirst().value()).isEqualTo(bytes("{\"type\":\"pay\"}"));
        assertThat(back.getFirst().headers()).isEqualTo(headers);
        assertThat(run("trace", "buried").out())
                .anyMatch(line -> line.contains(" dead_letter "))
                .anyMatch(line -> line.contains(" replayed ") && line.endsWith(" on quarantine"));
    }

    @Test
    void allRequestsOfALabelAreWithdrawn() throws Exception {
        send(Topics.REQUESTS, "night-1", request(NO_CODE).withLabels("nightly"), new RecordHeaders());
        send(Topics.REQUESTS, "night-2", request(NO_CODE).withLabels("nightly", "other"), new RecordHeaders());
        send(Topics.REQUESTS, "day-1", request(NO_CODE).withLabels("other"), new RecordHeaders());

        assertThat(run("withdraw", "night-1", "--label", "nightly").exitCode()).isEqualTo(2);
        assertThat(run("withdraw", "--label", "nightly", "--dry-run").out())
                .containsExactly("would withdraw 2 requests");
        assertThat(run("withdraw", "--label", "nightly", "--json").out())
                .containsExactlyInAnyOrder(
                        "{\"event\":\"sent\",\"type\":\"withdraw\",\"request_id\":\"night-1\"}",
                        "{\"event\":\"sent\",\"type\":\"withdraw\",\"request_id\":\"night-2\"}");

        assertThat(outcome("night-1")).isEqualTo(Outcome.WITHDRAWN);
        assertThat(outcome("night-2")).isEqualTo(Outcome.WITHDRAWN);
        assertThat(run("withdraw", "--label", "nightly").out()).containsExactly("withdrew 0 requests");
        assertThat(run("withdraw", "day-1").out()).containsExactly("sent withdraw for day-1");
        assertThat(outcome("day-1")).isEqualTo(Outcome.WITHDRAWN);
    }

    /** One that has sent and not committed: it can't commit any more. */
    private CommandRun whileAnotherHasBegun(Supplier<CommandRun> replay) throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", stack.bootstrapServers(), "transactional.id", "otpstream-dead-letters-replay");
        try (KafkaProducer<byte[], byte[]> other =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>("quarantine", bytes("buried"), bytes("of the other")))
                    .get();
            CommandRun run = replay.get();
            assertThatThrownBy(other::commitTransaction)
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
            return run;
        }
    }

    private Outcome outcome(String id) {
        byte[] value = records.await(Topics.EXPIRY_RESULTS.name(), id).value();
        ExpiryResult result = Topics.EXPIRY_RESULTS.valueSerde().deserializer().deserialize("", value);
        return result.outcome();
    }

    /** Of the first letter that came from there, as soon as there is one. */
    private String idOf(String from) {
        ConsumerRecord<String, byte[]> letter = records.await(
                        Topics.DEAD_LETTERS.name(),
                        record -> DeadLetterHeaders.readFrom(record.headers())
                                .filter(why -> why.topic().equals(from))
                                .isPresent(),
                        1)
                .getFirst();
        return letter.partition() + ":" + letter.offset();
    }

    private static VerificationRequest request(int platform) {
        // For so long that none ends by itself while a test runs.
        return VerificationRequest.of(platform, INDONESIA).withTimeoutSeconds(1_200);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                directory, Map.of("OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers()), arguments);
    }

    private <V> void send(Topic<String, V> topic, String key, V value, Headers headers) throws Exception {
        send(topic.name(), key, topic.valueSerde().serializer().serialize("", value), headers);
    }

    private void send(String topic, String key, byte[] value, Headers headers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, bytes(key), value, headers))
                    .get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
