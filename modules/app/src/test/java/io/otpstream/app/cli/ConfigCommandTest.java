package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.otpstream.app.config.ConfigKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsWhereValuesComeFromAndNoSecret() throws IOException {
        Path file = Files.writeString(directory.resolve("a.properties"), "\npoll.interval=6s\n");
        environment.put("OTPSTREAM_STREAM_THREADS", "2");
        environment.put("OTPSTREAM_DASHBOARD_PASSWORD", "s3cret-password");
        environment.put("SMSCODE_TOKEN", "s3cret-token");

        assertThat(run("config", "show", "--changed", "--config", file.toString(), "--set", "kafka.client.rack=r1"))
                .isZero();
        assertThat(lines())
                .map(line -> line.replaceAll(" {2,}", " | "))
                .containsExactly(
                        "SETTING | VALUE | FROM",
                        "poll.interval | 6s | " + file + ":2",
                        "stream.threads | 2 | environment variable OTPSTREAM_STREAM_THREADS",
                        "dashboard.password | [hidden] | environment variable OTPSTREAM_DASHBOARD_PASSWORD",
                        "kafka.client.rack | r1 | flag --set",
                        "SMSCODE_TOKEN | [hidden] | environment variable SMSCODE_TOKEN");
    }

    @Test
    void showsEverySettingWithItsDefault() {
        assertThat(run("config", "show")).isZero();
        assertThat(lines())
                .map(line -> line.replaceAll(" .*", ""))
                .startsWith("SETTING")
                .containsAll(ConfigKeys.definition().names());
        assertThat(lines())
                .map(line -> line.replaceAll(" {2,}", " | "))
                .contains(
                        "poll.interval | 5s | default",
                        "state.dir | /home/ada/.local/state/otpstream | default",
                        "dashboard.password | - | default",
                        "SMSCODE_TOKEN | - | default");
    }

    @Test
    void answersInJson() throws IOException {
        environment.put("SMSCODE_TOKEN", "s3cret-token");

        assertThat(run("config", "show", "--json", "--changed", "--speed", "4", "--api-url", "http://127.0.0.1:1/v1"))
                .isZero();
        assertThat(lines())
                .containsExactly(
                        "{\"setting\":\"api.url\",\"value\":\"http://127.0.0.1:1/v1\",\"hidden\":false,"
                                + "\"from\":\"flag --api-url\"}",
                        "{\"setting\":\"speed\",\"value\":\"4\",\"hidden\":false,\"from\":\"flag --speed\"}",
                        "{\"setting\":\"SMSCODE_TOKEN\",\"value\":null,\"hidden\":true,"
                                + "\"from\":\"environment variable SMSCODE_TOKEN\"}");
    }

    @Test
    void whatIsWrongIsSaidInsteadOfShown() {
        assertThat(run("config", "show", "--set", "pol.interval=s3cret")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo("otpstream: pol.interval (flag --set): unknown key, did you mean poll.interval?"
                        + System.lineSeparator());
    }

    @Test
    void explainsAKey() {
        assertThat(run("config", "reference", "spend.cap.idr.per.day")).isZero();
        assertThat(lines())
                .startsWith("spend.cap.idr.per.day")
                .contains(
                        "    default:  none",
                        "    variable: OTPSTREAM_SPEND_CAP_IDR_PER_DAY",
                        "    has to agree with: spend.cap.idr.per.hour");
    }

    @Test
    void explainsEveryKeyInJson() throws IOException {
        assertThat(run("config", "reference", "--json")).isZero();
        for (String line : lines()) {
            JsonNode key = new JsonMapper().readTree(line);
            assertThat(ConfigKeys.definition().names()).contains(key.path("key").textValue());
            assertThat(key.path("documentation").textValue()).isNotBlank();
            assertThat(key.path("expected").textValue()).isNotBlank();
        }
        assertThat(lines()).hasSameSizeAs(ConfigKeys.definition().names());
    }

    @Test
    void anUnknownKeyIsAUsageErrorWithASuggestion() {
        assertThat(run("config", "reference", "poll.intervall")).isEqualTo(2);
        assertThat(err.toString())
                .contains("KEY: expected a setting, but there is no poll.intervall; the nearest is poll.interval.");
    }

    @Test
    void filesAreAboutAllKeys() {
        assertThat(run("config", "reference", "--properties", "speed")).isEqualTo(2);
        assertThat(err.toString()).contains("KEY: expected without --markdown and --properties");
    }

    private int run(String... args) {
        StopSignal stop = new StopSignal(handler -> {}, code -> {}, Duration.ofSeconds(1));
        CommandLine commandLine = new Cli(environment, Path.of("/home/ada"), stop).commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
