package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Priority;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What requesters do, against a real broker; the test plays the pipeline. */
@ExtendWith(KafkaFixture.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestCommandTest {

    private final String at;
    private final Pipeline pipeline;

    @TempDir
    private Path directory;

    RequestCommandTest(KafkaCluster kafka) {
        at = kafka.bootstrapServers();
        pipeline = new Pipeline(at);
    }

    @BeforeAll
    void createTopics() {
        CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK);
    }

    @AfterAll
    void stop() {
        pipeline.close();
    }

    @Test
    void everyOptionIsInTheRecord() {
        CommandRun run = CommandRun.of(
                        at,
                        "request",
                        "--id",
                        "all-options",
                        "--platform",
                        "1",
                        "--country",
                        "6,7",
                        "--country",
                        "12",
                        "--max-price",
                        "20000",
                        "--timeout",
                        "2m",
                        "--max-attempts",
                        "3",
                        "--start-before",
                        "2026-03-01T12:00:00+01:00",
                        "--priority",
                        "batch",
                        "--tenant",
                        "acme",
                        "--label",
                        "nightly",
                        "--label",
                        "two words")
                .endsWith(ExitCode.OK);

        assertThat(run.out()).containsExactly("sent all-options");
        assertThat(sent(Topics.REQUESTS))
                .containsEntry(
                        "all-options",
                        VerificationRequest.of(1, 6, 7, 12)
                                .withMaxPriceIdr(20_000)
                                .withTimeoutSeconds(120)
                                .withMaxAttempts(3)
                                .withStartBefore(Instant.parse("2026-03-01T11:00:00Z"))
                                .withPriority(Priority.BATCH)
                                .withTenant("acme")
                                .withLabels("nightly", "two words"));
    }

    @Test
    void withoutAnIdEachRequestGetsOneOfItsOwn() {
        CommandRun run = CommandRun.of(at, "request", "--platform", "1", "--country", "6", "--count", "3")
                .endsWith(ExitCode.OK);

        assertThat(run.out()).hasSize(4).last().isEqualTo("sent 3 requests");
        List<String> ids = run.out().stream()
                .limit(3)
                .map(line -> line.substring("sent ".length()))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(sent(Topics.REQUESTS)).containsKeys(ids.toArray(String[]::new));
    }

    @Test
    void aFileIsSentAsItStands() throws IOException {
        Path csv = file("signups.csv", "request_id,platform_id,country_ids", "csv-1,1,6;7", "csv-2,2,12");
        Path jsonl = file("signups.jsonl", "{\"request_id\":\"jsonl-1\",\"platform_id\":1,\"country_ids\":[6]}");

        CommandRun fromCsv =
                CommandRun.of(at, "request", "--file", csv.toString()).endsWith(ExitCode.OK);
        CommandRun fromJson = CommandRun.of(at, "request", "--json", "--file", jsonl.toString())
                .endsWith(ExitCode.OK);

        assertThat(fromCsv.out()).containsExactly("sent 2 requests");
        assertThat(fromCsv.err())
                .as("no progress bar where there is no terminal")
                .isEmpty();
        assertThat(fromJson.out()).containsExactly("{\"event\":\"sent\",\"request_id\":\"jsonl-1\"}");
        assertThat(sent(Topics.REQUESTS))
                .containsEntry("csv-1", VerificationRequest.of(1, 6, 7))
                .containsEntry("csv-2", VerificationRequest.of(2, 12))
                .containsEntry("jsonl-1", VerificationRequest.of(1, 6));
    }

    @Test
    void progressOutsideATerminalIsLinesOfPrintableCharacters() throws IOException {
        Path csv = file("progress.csv", "request_id,platform_id,country_ids", "progress-1,1,6");

        CommandRun run = CommandRun.of(at, "request", "--progress", "--file", csv.toString())
                .endsWith(ExitCode.OK);

        assertThat(run.err()).isNotEmpty().last().asString().contains("1/1");
        assertThat(run.err()).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void oneBadLineSendsNothingUnlessItIsToBeSkipped() throws IOException {
        Path csv = file("bad.csv", "request_id,platform_id,country_ids,max_attempts", "bad-1,1,6,2", "bad-2,1,6,9");

        CommandRun refused =
                CommandRun.of(at, "request", "--file", csv.toString()).endsWith(ExitCode.USAGE);

        assertThat(refused.err())
                .containsExactly(
                        csv + ":3: max_attempts must be a whole number from 1 to 5, but is 9.",
                        "otpstream: nothing was sent: 1 of 2 requests are wrong (--skip-bad sends the others)");
        assertThat(sent(Topics.REQUESTS)).doesNotContainKeys("bad-1", "bad-2");

        CommandRun.of(at, "request", "--skip-bad", "--file", csv.toString()).endsWith(ExitCode.OK);
        assertThat(sent(Topics.REQUESTS)).containsKey("bad-1").doesNotContainKey("bad-2");
    }

    @Test
    void whatCouldNotBeSentIsNamed() {
        CommandRun run = CommandRun.of(
                        at,
                        "request",
                        "--wait",
                        "--id",
                        "too-large",
                        "--platform",
                        "1",
                        "--country",
                        "6",
                        "--set",
                        "kafka.max.request.size=50")
                .endsWith(ExitCode.FAILURE);

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(2).first().isEqualTo("not sent: too-large");
        assertThat(run.err())
                .last()
                .asString()
                .startsWith("otpstream: sent 0 of 1 requests (The message is")
                .endsWith("; those not sent may be sent again with the same ids, which are served once");
    }

    @Test
    void waitingPrintsTheNumberAsSoonAsItIsRentedAndThenTheCode() {
        pipeline.answers("happy", "000000"); // From an earlier life: what was there before doesn't count.
        CommandRun run = waitFor("happy");

        pipeline.writesRubbish(Topics.ORDERS, "happy");
        pipeline.places("happy", 1, "6281234567890");
        run.hasSaid("number ");
        pipeline.answersButAborts("happy", "111111");
        pipeline.answers("somebody-else", "222222");
        pipeline.answers("happy", "847291");

        assertThat(run.endsWith(ExitCode.OK).out())
                .containsExactly("number +6281234567890 (country 6, attempt 1, price 3500 IDR)", "code 847291");
        assertThat(run.err()).containsExactly("sent happy");
    }

    @Test
    void aSecondAttemptHasAnotherNumber() {
        CommandRun run = waitFor("twice");

        pipeline.places("twice", 1, "6281234567891");
        run.hasSaid("attempt 1");
        pipeline.places("twice", 2, "+6281234567892");
        run.hasSaid("number +6281234567892 (country 6, attempt 2, price 3500 IDR)");
        pipeline.ends("twice", Outcome.TIMED_OUT, "No code came within 90 s of the second order.");

        assertThat(run.endsWith(ExitCode.TIMED_OUT).out())
                .last()
                .isEqualTo("timed_out: No code came within 90 s of the second order.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void everyOutcomeHasItsOwnExitCode(Outcome outcome) {
        CommandRun run = waitFor("ends-" + outcome.word());

        pipeline.ends("ends-" + outcome.word(), outcome, "That is how it ended.");

        run.endsWith(ExitCode.valueOf(outcome.name()));
    }

    @Test
    void severalAreToldApartAndAllNeedACode() {
        CommandRun run = waitFor("many", "--count", "3", "--json");

        pipeline.answers("many-2", "847291");
        run.hasSaid("\"event\":\"code\",\"request_id\":\"many-2\",\"code\":\"847291\"");
        pipeline.ends("many-1", Outcome.NO_STOCK, "No country had a number.");
        pipeline.ends("many-3", Outcome.WITHDRAWN, "Withdrawn while no order was open.");

        assertThat(run.endsWith(ExitCode.NO_CODE).out())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("{\"event\":\"sent\",\"request_id\":\"many-1\"}"))
                .anyMatch(
                        line -> line.startsWith("{\"event\":\"placed\",\"type\":\"placed\",\"request_id\":\"many-2\""))
                .anyMatch(line ->
                        line.startsWith("{\"event\":\"outcome\",\"request_id\":\"many-1\",\"outcome\":\"no_stock\""));
    }

    @Test
    void waitingEndsAndSaysThatTheRequestGoesOn() {
        CommandRun run = waitFor("silent", "--wait-timeout", "1");

        assertThat(run.endsWith(ExitCode.WAIT_TIMED_OUT).err())
                .last()
                .isEqualTo("otpstream: no answer within 1s; the request goes on: 'otpstream withdraw silent' ends it,"
                        + " 'otpstream results --id silent --follow' shows what comes");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void controlCStopsWaitingOnly() {
        CommandRun run = waitFor("stopped");

        run.interrupt();

        assertThat(run.endsWith(ExitCode.WAIT_TIMED_OUT).err())
                .last()
                .asString()
                .startsWith("otpstream: stopped waiting; the request goes on: 'otpstream withdraw stopped' ends it");
    }

    @Test
    void controlCEndsTheSendingToo() throws IOException {
        Path csv = file("left.csv", "request_id,platform_id,country_ids", "left-1,1,6", "left-2,2,12");

        for (List<String> waiting : List.of(List.<String>of(), List.of("--wait", "--withdraw-on-interrupt"))) {
            CommandRun run = CommandRun.interrupted(
                    at,
                    Stream.concat(Stream.of("request", "--file", csv.toString()), waiting.stream())
                            .toArray(String[]::new));

            assertThat(run.endsWith(ExitCode.INTERRUPTED).err())
                    .containsExactly(
                            "not sent: left-1",
                            "not sent: left-2",
                            "otpstream: sent 0 of 2 requests (interrupted); those not sent may be sent again with the"
                                    + " same ids, which are served once");
            assertThat(run.out()).isEmpty();
        }
        assertThat(sent(Topics.REQUESTS)).doesNotContainKeys("left-1", "left-2");
    }

    @Test
    void controlCWithdrawsWhereThatWasAskedFor() {
        CommandRun run = waitFor("given-up", "--withdraw-on-interrupt");

        run.interrupt();

        await().untilAsserted(() ->
                assertThat(sent(Topics.COMMANDS)).containsEntry("given-up", VerificationCommand.withdraw()));
        pipeline.ends("given-up", Outcome.WITHDRAWN, "Withdrawn while no order was open.");
        assertThat(run.endsWith(ExitCode.WITHDRAWN).out())
                .containsExactly("withdrawn: Withdrawn while no order was open.");
        assertThat(CommandRun.of(at, "request", "--withdraw-on-interrupt", "--platform", "1", "--country", "6")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("--withdraw-on-interrupt: expected together with --wait");
    }

    @Test
    void laterWordsAreCommandsOnTheirTopic() {
        CommandRun withdraw = CommandRun.of(at, "withdraw", "w-1", "w-2", "w-1").endsWith(ExitCode.OK);
        CommandRun.of(at, "sms-requested", "s-1").endsWith(ExitCode.OK);
        CommandRun.of(at, "number-rejected", "n-1", "--attempt", "2").endsWith(ExitCode.OK);

        assertThat(withdraw.out()).containsExactly("sent withdraw for w-1", "sent withdraw for w-2");
        Map<String, VerificationCommand> commands = sent(Topics.COMMANDS);
        // Of another test, which may come first.
        commands.remove("given-up");
        assertThat(commands)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "w-1", VerificationCommand.withdraw(),
                        "w-2", VerificationCommand.withdraw(),
                        "s-1", VerificationCommand.smsRequested(),
                        "n-1", VerificationCommand.numberRejected().forAttempt(2)));
    }

    private CommandRun waitFor(String id, String... more) {
        String[] arguments = {"request", "--wait", "--id", id, "--platform", "1", "--country", "6"};
        String[] all =
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
        CommandRun run = CommandRun.start(at, all);
        return List.of(more).contains("--json") ? run.hasSaid("\"sent\"") : run.hasHinted("sent " + id);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    private <V> Map<String, V> sent(Topic<String, V> topic) {
        Map<String, V> values = new HashMap<>();
        Cluster cluster = Cluster.of(Map.of("bootstrap.servers", at));
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(topic))) {
            reader.readToEnd(record -> record.read(topic).ifPresent(value -> values.put(record.key(), value)));
        }
        return values;
    }
}
