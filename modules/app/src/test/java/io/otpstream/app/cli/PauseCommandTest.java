package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertState;
import io.otpstream.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real broker, without a pipeline: what an operator sees of pause, resume and what they say. */
@ExtendWith(KafkaFixture.class)
class PauseCommandTest {

    private static final String PAUSED =
            "new orders of otpstream are paused since [-0-9T:.]+Z by ada: the vendor has an outage";

    @Test
    void ordersArePausedForAllAndResumed(KafkaCluster kafka) {
        String at = kafka.bootstrapServers();
        assertThat(CommandRun.of(at, "pause").endsWith(ExitCode.FAILURE).err())
                .containsExactly(
                        "otpstream: topic otpstream.controls is missing at " + at
                                + " (kafka.bootstrap.servers): 'otpstream topics create' makes the topics that are otpstream's");
        CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK);
        assertSays(CommandRun.of(at, "pause", "--status"), "new orders of otpstream are placed");

        assertSays(CommandRun.of(at, "pause", "--by", "ada", "--reason", "the vendor has an outage"), PAUSED);
        CommandRun.of(at, "pause", "--set", "application.id=second").endsWith(ExitCode.OK);

        assertSays(CommandRun.of(at, "pause", "--status"), PAUSED);
        assertSays(
                CommandRun.of(at, "pause", "--status", "--json"),
                "\\{\"application_id\":\"otpstream\",\"paused\":true,\"since\":\"[^\"]+\",\"by\":\"ada\","
                        + "\"reason\":\"the vendor has an outage\"}");
        assertThat(CommandRun.of(at, "budget").endsWith(ExitCode.OK).out())
                .hasSize(3)
                .anyMatch(line -> line.matches(PAUSED))
                .anyMatch(line -> line.matches("new orders of second are paused since \\S+ by \\S+@\\S+"));
        assertThat(CommandRun.of(at, "budget", "--json").endsWith(ExitCode.OK).out())
                .singleElement()
                .asString()
                .contains("\"orders_paused\":[{\"application_id\":\"otpstream\",\"paused\":true,");

        assertSays(CommandRun.of(at, "resume", "--by", "grace"), "new orders of otpstream are placed");
        assertSays(
                CommandRun.of(at, "resume", "--json"),
                "\\{\"application_id\":\"otpstream\",\"paused\":false,\"since\":null,\"by\":null,\"reason\":null}");
        assertThat(alerts(at))
                .satisfiesExactly(
                        raised -> {
                            assertThat(raised.state()).isEqualTo(AlertState.RAISED);
                            assertThat(raised.subject()).isEqualTo("otpstream");
                            assertThat(raised.message())
                                    .isEqualTo("New orders of otpstream are paused by ada: the vendor has an outage."
                                            + " Requests wait; open orders go on.");
                            assertThat(raised.action()).isEqualTo("'otpstream resume' ends it.");
                        },
                        ofSecond -> assertThat(ofSecond.subject()).isEqualTo("second"),
                        cleared -> {
                            assertThat(cleared.state()).isEqualTo(AlertState.CLEARED);
                            assertThat(cleared.subject()).isEqualTo("otpstream");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aReasonIsALine(String reason) {
        assertThat(CommandRun.of("127.0.0.1:1", "pause", "--reason", reason)
                        .endsWith(ExitCode.USAGE)
                        .err())
                .containsExactly("otpstream pause: --reason: expected 1 to 200 characters on one line."
                        + " Try 'otpstream pause --help'.");
    }

    @Test
    void aReasonIsNotTooLong() {
        CommandRun.of("127.0.0.1:1", "pause", "--reason", "x".repeat(201)).endsWith(ExitCode.USAGE);
        CommandRun.of("127.0.0.1:1", "resume", "--by", "x".repeat(201)).endsWith(ExitCode.USAGE);
    }

    @Test
    void whoOnlyAsksHasNoReason() {
        assertThat(CommandRun.of("127.0.0.1:1", "pause", "--status", "--reason", "none")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .containsExactly("otpstream pause: --reason: expected not to be given with --status."
                        + " Try 'otpstream pause --help'.");
    }

    private static void assertSays(CommandRun run, String regex) {
        assertThat(run.endsWith(ExitCode.OK).out()).singleElement().asString().matches(regex);
    }

    private static List<Alert> alerts(String bootstrapServers) {
        List<Alert> alerts = new ArrayList<>();
        Cluster cluster = Cluster.of(Map.of("bootstrap.servers", bootstrapServers));
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(Topics.ALERTS))) {
            reader.readToEnd(record -> record.read(Topics.ALERTS).ifPresent(alerts::add));
        }
        return alerts;
    }
}
