package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaFixture.class)
class TopicsCommandTest {

    private static final List<String> NAMES =
            TopicCatalogue.load().specs().stream().map(TopicSpec::name).toList();

    @Test
    void topicsAreMissedCreatedVerifiedAndDescribed(KafkaCluster kafka) {
        String at = kafka.bootstrapServers();

        assertThat(CommandRun.of(at, "topics", "verify")
                        .endsWith(ExitCode.FAILURE)
                        .out())
                .isEqualTo(NAMES.stream().map(name -> name + " is missing").toList());
        assertThat(CommandRun.of(at, "topics", "describe").endsWith(ExitCode.OK).out())
                .hasSize(NAMES.size() + 1)
                .element(1)
                .asString()
                .matches("verification.requests +missing +- +- +- +request id +VerificationRequest");
        assertThat(CommandRun.of(at, "rates").endsWith(ExitCode.FAILURE).err())
                .containsExactly(
                        "otpstream: topic verification.success-rates is missing at " + at
                                + " (kafka.bootstrap.servers): 'otpstream topics create' makes the topics that are otpstream's");

        assertThat(CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK).out())
                .isEqualTo(NAMES.stream().map(name -> "created " + name).toList());
        assertThat(CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK).out())
                .isEqualTo(NAMES.stream().map(name -> "exists  " + name).toList());

        assertThat(CommandRun.of(at, "topics", "verify").endsWith(ExitCode.OK).out())
                .containsExactly("all " + NAMES.size() + " topics are as they should be");
        assertThat(CommandRun.of(at, "topics", "describe").endsWith(ExitCode.OK).out())
                .anyMatch(line -> line.matches("verification.otp-results +6 +1 +delete +1h +request id +OtpResult"))
                .anyMatch(line -> line.matches("verification.success-rates +1 +1 +compact +- +country id.*"));

        assertThat(CommandRun.of(at, "topics", "verify", "--set", "results.retention=2h")
                        .endsWith(ExitCode.FAILURE)
                        .out())
                .containsExactly("verification.otp-results should have retention.ms=7200000, but has 3600000");
        assertThat(CommandRun.of(at, "topics", "verify", "--json", "--set", "dedup.retention=2d")
                        .endsWith(ExitCode.FAILURE)
                        .out())
                .containsExactly("{\"topic\":\"verification.requests\",\"difference\":\"verification.requests should"
                        + " have retention.ms=172800000, but has 604800000\"}");
        assertThat(CommandRun.of(at, "topics", "describe", "--json")
                        .endsWith(ExitCode.OK)
                        .out())
                .hasSize(NAMES.size())
                .first()
                .asString()
                .startsWith("{\"name\":\"verification.requests\",\"key\":\"request id\",")
                .contains("\"partitions\":6,\"replication_factor\":1,")
                .contains("\"config\":{\"cleanup.policy\":\"delete\",\"retention.ms\":\"604800000\"}");
    }

    @Test
    void aVerbIsNeeded() {
        assertThat(CommandRun.of("127.0.0.1:1", "topics")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .containsExactly(
                        "otpstream topics: expected create, verify or describe. Try 'otpstream topics --help'.");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsOneLine() {
        assertThat(CommandRun.of("127.0.0.1:1", "topics", "verify", "--set", "kafka.default.api.timeout.ms=300")
                        .endsWith(ExitCode.FAILURE)
                        .err())
                .containsExactly(
                        "otpstream: no answer from Kafka at 127.0.0.1:1 (kafka.bootstrap.servers) within 300ms:"
                                + " is a broker running there?");
    }

    @Test
    void aSettingThatKafkaRefusesIsNamedWithoutItsValue() {
        assertThat(CommandRun.of("127.0.0.1:1", "topics", "verify", "--set", "kafka.retry.backoff.ms=hunter2")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("kafka.retry.backoff.ms")
                .doesNotContain("hunter2");
    }

    @Test
    void anAddressThatCanNotBeResolvedIsNamed() {
        // No name can have an empty label, so nobody is asked, not even a slow name server.
        assertThat(CommandRun.of("no..where:9092", "topics", "verify")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("no..where:9092", "bootstrap.servers");
    }

    @Test
    void aPatienceThatIsNoneIsNamed() {
        assertThat(CommandRun.of("127.0.0.1:1", "rates", "--set", "kafka.default.api.timeout.ms=soon")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .containsExactly(
                        "otpstream: kafka.default.api.timeout.ms: expected milliseconds as a whole number from 1");
    }
}
