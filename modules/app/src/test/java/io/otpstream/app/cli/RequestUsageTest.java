package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that can't be used never get as far as the broker: here there is none. */
class RequestUsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--country 6 | --platform and --country, or --file: expected.",
                "--platform 9999999999 --country 6 | platform must be a code or a name of 1 to 64 printable characters, or an id as",
                "--platform whatsapp --country IDN | countries must be a list of 1 to 10 different texts, each one an ISO",
                "--platform 1 --country 6,7 --operator telkomsel | operator must be absent where more than one country is",
                "--platform 1 --country 6 --routing fastest | expected cheapest or best_success",
                "--platform 1 --country 6 --hold 21m | hold_seconds must be a whole number from 0 to 1200, but is 1260.",
                "--platform 1 --country 6 --hold 1500ms | --hold: expected whole seconds, 0s to 20m.",
                "--platform 0 --country 6 | platform_id must be a whole number from 1 to 2147483647, but is 0.",
                "--platform 1 --country 6,6 | country_ids must be a list of 1 to 10 different whole numbers from 1",
                "--platform 1 --country 6 --timeout 5s | timeout_seconds must be a whole number from 10 to 1200, but is 5.",
                "--platform 1 --country 6 --timeout 10500ms | --timeout: expected whole seconds, 10s to 20m.",
                "--platform 1 --country 6 --timeout soon | expected a duration like 90s or 10m, or seconds",
                "--platform 1 --country 6 --start-before now | expected an instant like 2026-01-31T12:00:00Z",
                "--platform 1 --country 6 --priority high | expected interactive or batch",
                "--platform 1 --country 6 --id a/b | --id: expected 1 to 128 of A-Z a-z 0-9 . _ -",
                "--platform 1 --country 6 --count 0 | --count: expected 1 to 10000.",
                "--platform 1 --country 6 --wait-timeout 5s | --wait-timeout: expected together with --wait.",
                "--platform 1 --country 6 --skip-bad | --format, --skip-bad: expected together with --file.",
                "--file a.csv --tenant t | --file: expected without options that describe a request",
                "--file a.txt | --format: expected csv or jsonl for a.txt.",
                "--file nowhere.csv | otpstream: nowhere.csv: there is no such file",
            })
    void wrongArgumentsAreNamed(String arguments, String expected) {
        assertThat(run(arguments).err()).singleElement().asString().contains(expected);
    }

    @Test
    void manyProblemsOfAFileAreCutShort(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("many.jsonl"), "{}\n".repeat(25));

        assertThat(run("--file " + file).err())
                .hasSize(22)
                .startsWith(file + ":1: request_id must be the request id, but is absent.")
                .contains("... and 5 more")
                .last()
                .isEqualTo("otpstream: nothing was sent: 25 of 25 requests are wrong (--skip-bad sends the others)");
        assertThat(run("--skip-bad --file " + file).err())
                .last()
                .isEqualTo("otpstream: nothing was sent: the file holds no request");
    }

    private static CommandRun run(String arguments) {
        return CommandRun.of("127.0.0.1:1", ("request " + arguments).split(" ")).endsWith(ExitCode.USAGE);
    }
}
