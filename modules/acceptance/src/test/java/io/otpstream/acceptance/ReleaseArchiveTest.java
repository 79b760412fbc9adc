package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is released: it runs where there are neither sources nor Maven, and leaves its folder as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseArchiveTest {

    /** {@code project.build.outputTimestamp} */
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    /** What the launcher needs of a system, beside a Java. */
    private static final List<String> TOOLS = List.of("bash", "env", "dirname", "basename", "readlink", "sed");

    @TempDir
    private Path empty;

    private Release release;

    @BeforeAll
    void unpack(@TempDir Path directory) throws Exception {
        release = Release.unpack(directory);
    }

    @Test
    void holdsWhatItsUsersNeed() throws IOException {
        Map<String, String> content = release.content();

        assertThat(content)
                .containsKeys(
                        "README.md",
                        "CHANGELOG.md",
                        "LICENSE",
                        "THIRD-PARTY.txt",
                        "docs/alerts.md",
                        "docs/dashboard.png",
                        "deploy/README.md",
                        "deploy/release.Dockerfile",
                        "deploy/compose.yaml",
                        "deploy/kubernetes/stateful-set.yaml",
                        "deploy/systemd/otpstream.service",
                        "topics/topics.yaml")
                .doesNotContainKey("deploy/Dockerfile");
        assertThat(release.folder().resolve("bin/otpstream")).isExecutable();
        assertThat(release.folder().resolve("libexec/healthcheck.sh")).isExecutable();
        assertThat(jars(release.folder().resolve("lib")))
                .isEqualTo(jars(OtpstreamProcess.distribution().resolve("lib")));
    }

    @Test
    void isTheSameWhoeverBuildsIt() throws IOException {
        List<TarArchiveEntry> entries = entries();

        assertThat(entries).hasSizeGreaterThan(100).allSatisfy(entry -> {
            assertThat(entry.getLastModifiedTime().toInstant())
                    .as(entry.getName())
                    .isEqualTo(BUILT);
            assertThat(entry.getLongUserId() + ":" + entry.getLongGroupId()).isEqualTo("0:0");
            assertThat(entry.getMode() & 0777).as(entry.getName()).isIn(0644, 0755);
        });
        assertThat(entries.stream().map(TarArchiveEntry::getName)).doesNotHaveDuplicates();
    }

    @Test
    void namesTheLicenceOfEveryLibrary() throws IOException {
        String notices = Files.readString(release.folder().resolve("THIRD-PARTY.txt"));

        assertThat(jars(release.folder().resolve("lib")).stream().filter(jar -> !jar.startsWith("otpstream-")))
                .hasSizeGreaterThan(40)
                .allSatisfy(jar -> {
                    Matcher name = JAR.matcher(jar);
                    assertThat(name.matches()).as(jar).isTrue();
                    assertThat(notices).containsPattern("(?m)^ *\\(.+\\) .*:" + Pattern.quote(name.group(1)) + ":");
                });
    }

    @Test
    void runsWithoutMavenAndLeavesItsFolderAlone() throws Exception {
        Path json = empty.resolve("demo.json");
        Map<String, String> before = release.content();

        release.makeReadOnly();
        try {
            try (OtpstreamProcess version = run("--version")) {
                assertThat(version.exitCode()).as(version.err()).isZero();
                assertThat(version.out()).startsWith("otpstream ").endsWith(")\n");
            }
            try (OtpstreamProcess demo = run("demo", "--requests", "5", "--speed", "20", "--json", json.toString())) {
                assertThat(demo.exitCode()).as("%s%s", demo.out(), demo.err()).isZero();
            }
        } finally {
            release.makeWritable();
        }

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.path("final_records").intValue()).isEqualTo(5);
        assertThat(report.path("lost").intValue()).isZero();
        // Root may write where others may not.
        assertThat(release.content()).isEqualTo(before);
    }

    /** In an empty folder. */
    private OtpstreamProcess run(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "-c",
                "cd \"$0\" && exec \"$@\"",
                empty.toString(),
                release.folder().resolve("bin/otpstream").toString()));
        line.addAll(Arrays.asList(arguments));
        return OtpstreamProcess.start(
                tool("bash"), empty, Map.of("PATH", pathWithoutMaven()), line.toArray(String[]::new));
    }

    private String pathWithoutMaven() throws IOException {
        Path tools = empty.resolve("tools");
        if (!Files.exists(tools)) {
            Files.createDirectory(tools);
            for (String name : TOOLS) {
                Path script = Files.writeString(tools.resolve(name), "#!/bin/sh\nexec " + tool(name) + " \"$@\"\n");
                assertThat(script.toFile().setExecutable(true)).isTrue();
            }
        }
        return tools.toString();
    }

    private static Path tool(String name) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    private static List<String> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<TarArchiveEntry> entries() throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (InputStream file = Files.newInputStream(Release.archive());
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
