package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with a package.json, copied so that nothing is installed into the sources.
 *
 * @param folder of the copy, with all that the lock file asks for
 */
record NodePackage(Path folder) {

    private static final Pattern NO_NETWORK =
            Pattern.compile("ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|\\bE50[0-9]\\b");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Skips the test where there is no Node, or no network for what isn't there. */
    static NodePackage install(Path source, Path directory) throws IOException, InterruptedException {
        Tool.NODE.require();
        Tool.NPM.require();
        Path folder = Files.createTempDirectory(directory, "node");
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        try (OtpstreamProcess ci = OtpstreamProcess.start(
                Path.of("/usr/bin/env"),
                directory,
                Map.of(),
                "npm",
                "ci",
                "--prefer-offline",
                "--fetch-retries=1",
                "--fetch-timeout=15000",
                "--prefix",
                folder.toString())) {
            int exitCode = ci.exitCodeWithin(PATIENCE);
            assumeFalse(
                    exitCode != 0 && NO_NETWORK.matcher(ci.err()).find(), "skipped: npm reaches no registry from here");
            assertThat(exitCode).as(ci.out() + ci.err()).isZero();
        }
        return new NodePackage(folder);
    }
}
