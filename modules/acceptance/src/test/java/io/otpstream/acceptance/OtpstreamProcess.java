package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The otpstream command as a process of the built distribution, on the JDK of the tests. What it writes goes to files,
 * so that nothing blocks on a full pipe.
 */
final class OtpstreamProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private OtpstreamProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts the command.
     *
     * @param directory of the test's own, where its output is kept
     * @param environment wins over the environment of the tests, of which no setting of otpstream gets through
     */
    static OtpstreamProcess start(Path directory, Map<String, String> environment, String... arguments) {
        return start(distribution().resolve("bin/otpstream"), directory, environment, arguments);
    }

    /** The same with another path to the command. */
    static OtpstreamProcess start(Path command, Path directory, Map<String, String> environment, String... arguments) {
        return start(List.of(command.toString()), directory, environment, arguments);
    }

    /** The same so that Ctrl-C reaches it: whoever has the tests run in the background ignores that signal for all. */
    static OtpstreamProcess startInForeground(Path directory, Map<String, String> environment, String... arguments) {
        List<String> line = List.of(
                "env",
                "--default-signal=INT",
                distribution().resolve("bin/otpstream").toString());
        return start(line, directory, environment, arguments);
    }

    private static OtpstreamProcess start(
            List<String> command, Path directory, Map<String, String> environment, String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(OtpstreamProcess::changesTheCommand);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            Path out = Files.createTempFile(directory, "otpstream", ".out");
            Path err = Files.createTempFile(directory, "otpstream", ".err");
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            return new OtpstreamProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path distribution() {
        Path distribution = Path.of(System.getProperty("otpstream.distribution"));
        assertThat(distribution.resolve("bin/otpstream"))
                .as("the distribution, which mvn package builds in modules/app")
                .isExecutable();
        return distribution;
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    /** What follows {@code prefix} on the first line of standard output that begins with it. */
    String awaitLine(String prefix) {
        return awaitMatch(Pattern.quote(prefix) + "(.*)").group(1);
    }

    /** The first line of standard output that the pattern matches as a whole. */
    MatchResult awaitMatch(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return await("a line like '" + regex + "' on standard output")
                .atMost(PATIENCE)
                .failFast("the process ended: ", () -> !process.isAlive())
                .until(() -> firstMatch(pattern), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<MatchResult> firstMatch(Pattern pattern) {
        return out().lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .findFirst();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** What Ctrl-C sends. */
    void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** The processes that it has started, and those that these have. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        return exitCodeWithin(PATIENCE);
    }

    /** The same for what takes long. */
    int exitCodeWithin(Duration patience) throws InterruptedException {
        assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                .as("ended within %s", patience)
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static boolean changesTheCommand(String variable) {
        return variable.startsWith("OTPSTREAM_")
                || variable.equals("SMSCODE_TOKEN")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
