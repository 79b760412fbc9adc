package io.otpstream.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.domain.api.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs in {@code examples/}, called as their users call them, beside a pipeline in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {

    private static final int SPEED = 10;
    private static final int PATIENT = 60;
    private static final String COUNTRY = "6";

    /** What the simulator does with orders for these platforms. */
    private static final String CODE_AT_ONCE = "901";

    private static final String NO_CODE = "903";

    @TempDir
    private static Path directory;

    private final Map<ExampleProgram, Path> installed = new EnumMap<>(ExampleProgram.class);
    private LocalStack stack;
    private TestRecords records;

    @BeforeAll
    void start() throws InterruptedException {
        stack = LocalStack.start(new LocalStackSettings(Dialect.GUIDE, 0, 0, SPEED, Optional.of(7L), List.of()));
        records = new TestRecords(stack.bootstrapServers());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @ParameterizedTest
    @EnumSource
    void printsTheCode(ExampleProgram program) throws Exception {
        try (OtpstreamProcess verify = verify(program, PATIENT, id(program, "code"), CODE_AT_ONCE, COUNTRY)) {
            assertThat(verify.exitCode()).as(verify.err()).isZero();
            assertThat(verify.out()).matches("code \\d{4,8}\\R");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyThereIsNoCode(ExampleProgram program) throws Exception {
        try (OtpstreamProcess verify = verify(program, PATIENT, id(program, "none"), NO_CODE, COUNTRY, "10")) {
            assertThat(verify.exitCode()).as(verify.err()).isEqualTo(3);
            assertThat(verify.out()).matches("timed_out: .+\\R");
        }
    }

    /** Its command reaches the request only if both keys were hashed as Java hashes them. */
    @ParameterizedTest
    @EnumSource
    void withdrawsWhatItWaitsForNoLonger(ExampleProgram program) throws Exception {
        String id = id(program, "late");
        try (OtpstreamProcess verify = verify(program, 1, id, NO_CODE, COUNTRY, "1200")) {
            assertThat(verify.exitCode()).as(verify.err()).isEqualTo(5);
            assertThat(verify.out()).isEmpty();
            assertThat(verify.err()).contains(id + " is withdrawn");
        }

        assertThat(read(Topics.EXPIRY_RESULTS, id))
                .extracting(ExpiryResult::outcome)
                .isEqualTo(Outcome.WITHDRAWN);
        assertThat(records.await(Topics.REQUESTS.name(), id).partition()).isEqualTo(partitionOfJava(id));
        assertThat(records.await(Topics.COMMANDS.name(), id).partition()).isEqualTo(partitionOfJava(id));
    }

    @ParameterizedTest
    @EnumSource
    void seesOnlyWhatWasCommitted(ExampleProgram program) throws Exception {
        String id = id(program, "committed");
        try (OtpstreamProcess verify = verify(program, PATIENT, id, NO_CODE, COUNTRY, "1200")) {
            String number = String.valueOf(read(Topics.ORDERS, id).phoneNumber());
            byte[] takenBack =
                    ("{\"request_id\":\"" + id + "\",\"code\":\"000000\",\"follow_up\":false}").getBytes(UTF_8);
            records.abort(Topics.OTP_RESULTS.name(), id, takenBack);

            stack.simulator().text(number, "Your code is 847291");

            assertThat(verify.exitCode()).as(verify.err()).isZero();
            assertThat(verify.out()).isEqualTo("code 847291\n");
        }
    }

    @Test
    void theTableOfSuccessRatesIsPrinted() throws Exception {
        Tool.PYTHON_CONFLUENT_KAFKA.require();
        records.send(
                Topics.REQUESTS.name(), "for-the-table", "{\"platform_id\":901,\"country_ids\":[8]}".getBytes(UTF_8));
        Path program = ExampleProgram.EXAMPLES.resolve("python/success_rates.py");

        await().pollInSameThread().atMost(Duration.ofSeconds(PATIENT)).untilAsserted(() -> {
            try (OtpstreamProcess table = OtpstreamProcess.start(
                    program, directory, Map.of(), "--bootstrap-servers", stack.bootstrapServers())) {
                assertThat(table.exitCode()).as(table.err()).isZero();
                assertThat(table.out().lines()).anyMatch(line -> line.matches("8 +IN +1 +0 +100\\.0 % .*"));
            }
        });
    }

    private OtpstreamProcess verify(ExampleProgram program, int waitSeconds, String... arguments)
            throws IOException, InterruptedException {
        program.requireTools();
        if (!installed.containsKey(program)) {
            installed.put(program, program.install(directory));
        }
        return OtpstreamProcess.start(
                installed.getOrDefault(program, Path.of("")),
                directory,
                ExampleProgram.environment(stack.bootstrapServers(), waitSeconds),
                arguments);
    }

    private <V> V read(Topic<String, V> topic, String id) {
        ConsumerRecord<String, byte[]> found = records.await(topic.name(), id);
        return topic.valueSerde().deserializer().deserialize(topic.name(), found.value());
    }

    /** One that librdkafka's own hash would put on another partition than Java's. */
    private static String id(ExampleProgram program, String purpose) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> program.name().toLowerCase(Locale.ROOT) + "-" + purpose + "-" + n)
                .filter(id -> partitionOfJava(id) != partitionByCrc32(id))
                .findFirst()
                .orElseThrow();
    }

    private static int partitionOfJava(String id) {
        return BuiltInPartitioner.partitionForKey(id.getBytes(UTF_8), Topics.REQUESTS.partitions());
    }

    private static int partitionByCrc32(String id) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(UTF_8));
        return (int) (crc.getValue() % Topics.REQUESTS.partitions());
    }
}
