package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    private Path directory;

    private Path script = Path.of("");

    @BeforeEach
    void write() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: no bash here");
        // Like every command of this test it is given global options, which it takes.
        List<String> lines = CommandRun.of("127.0.0.1:1", "completion", "bash")
                .endsWith(ExitCode.OK)
                .out();
        script = Files.write(directory.resolve("completion"), lines);
    }

    @Test
    void bashTakesTheScript() throws Exception {
        assertThat(bash("bash -n " + script)).isEmpty();
    }

    @Test
    void commandsAndOptionsAreCompleted() throws Exception {
        assertThat(complete("otpstream", "ca")).containsExactly("catalog");
        assertThat(complete("otpstream", "topics", "")).contains("create", "verify", "describe");
        assertThat(complete("otpstream", "request", "--withdraw")).containsExactly("--withdraw-on-interrupt");
    }

    @Test
    void anotherShellIsAUsageError() {
        assertThat(CommandRun.of("127.0.0.1:1", "completion", "tcsh")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("expected bash or zsh");
    }

    /** As bash does when Tab is pressed after the last word; compopt works only then. */
    private List<String> complete(String... words) throws IOException, InterruptedException {
        String line = String.join(" ", words);
        return bash("compopt() { :; }; source " + script + "; COMP_WORDS=(" + quoted(words) + "); COMP_CWORD="
                + (words.length - 1)
                + "; COMP_LINE='" + line + "'; COMP_POINT=" + line.length()
                + "; _complete_otpstream; printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    private static String quoted(String... words) {
        return "'" + String.join("' '", words) + "'";
    }

    private List<String> bash(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "bash", ".out");
        Process bash = new ProcessBuilder("/bin/bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(bash.waitFor()).as("%s", Files.readString(out)).isZero();
        return Files.readAllLines(out).stream().map(String::strip).toList();
    }
}
