package io.otpstream.app.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that knows the files better than we do, where it is installed. */
final class Tool {

    private static final long PATIENCE_S = 60;

    private Tool() {}

    /** Skips the test where there is no such command. */
    static void assumeInstalled(String command) {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, command))
                .anyMatch(Files::isExecutable);
        Assumptions.assumeTrue(installed, "skipped: no " + command + " here");
    }

    /** What it came to; output and errors together. */
    static Result run(String... line) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tool", ".out");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(DeployFolder.SOURCES.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(line[0] + " didn't end within " + PATIENCE_S + " s");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    record Result(int exitCode, String output) {}
}
