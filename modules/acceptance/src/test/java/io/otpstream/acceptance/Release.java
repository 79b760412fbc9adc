package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The release archive, unpacked as a user does it.
 *
 * @param folder the only thing in the archive
 */
record Release(Path folder) {

    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    static Path archive() {
        Path archive = Path.of(System.getProperty("otpstream.archive"));
        assertThat(archive)
                .as("the release archive, which mvn verify builds in modules/app")
                .isRegularFile();
        return archive;
    }

    static Release unpack(Path directory) throws IOException, InterruptedException {
        try (OtpstreamProcess tar = OtpstreamProcess.start(
                Path.of("/usr/bin/env"),
                directory,
                Map.of(),
                "tar",
                "-xzf",
                archive().toAbsolutePath().toString(),
                "-C",
                directory.toString())) {
            assertThat(tar.exitCode()).as(tar.err()).isZero();
        }
        try (Stream<Path> content = Files.list(directory)) {
            return new Release(content.filter(Files::isDirectory).findFirst().orElseThrow());
        }
    }

    /** Each file with its size and when it was changed. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String size = Files.isDirectory(file) ? "" : Long.toString(Files.size(file));
                content.put(folder.relativize(file).toString(), size + " " + Files.getLastModifiedTime(file));
            }
        }
        return content;
    }

    /** Stops everybody but root from writing into it. */
    void makeReadOnly() throws IOException {
        permit(permissions -> permissions.removeAll(WRITE));
    }

    /** So that it can be deleted. */
    void makeWritable() throws IOException {
        permit(permissions -> permissions.add(PosixFilePermission.OWNER_WRITE));
    }

    private void permit(Consumer<Set<PosixFilePermission>> change) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> {
                try {
                    Set<PosixFilePermission> permissions =
                            Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
                    change.accept(permissions);
                    Files.setPosixFilePermissions(file, permissions);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
