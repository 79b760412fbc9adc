package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with a package.json, copied so that nothing is installed into the sources.
 *
 * @param folder of the copy, with all that the lock file asks for
 */
record NodePackage(Path folder) {

    /** Skips the test where there is no Node. */
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
                "--prefix",
                folder.toString())) {
            assertThat(ci.exitCode()).as(ci.out() + ci.err()).isZero();
        }
        return new NodePackage(folder);
    }
}
