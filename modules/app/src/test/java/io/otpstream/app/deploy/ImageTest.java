package io.otpstream.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of the image, beside what the build makes. That the image runs is for a Docker engine to say. */
class ImageTest {

    private static final String HOME = "/opt/otpstream/";
    private static final Path SCRIPTS = DeployFolder.SOURCES.resolve("modules/app/src/main/dist");
    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT \\[\"(.+)\"]$");
    private static final Pattern HEALTH_CHECK = Pattern.compile("(?m)^HEALTHCHECK .* CMD \\[\"(.+)\"]$");
    private static final Pattern USER = Pattern.compile("(?m)^USER (\\d+:\\d+)$");
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$");

    /** Whom the image runs as, as numbers. */
    static String user() {
        return only(USER, DeployFolder.text("Dockerfile"));
    }

    @Test
    void bothRecipesMakeTheSame() {
        assertThat(common("release.Dockerfile", "Dockerfile"))
                .isNotBlank()
                .isEqualTo(common("Dockerfile", "release.Dockerfile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "release.Dockerfile"})
    void whatIsRunIsInTheDistribution(String recipe) {
        String text = DeployFolder.text(recipe);

        for (String script : List.of(only(ENTRYPOINT, text), only(HEALTH_CHECK, text))) {
            assertThat(script).startsWith(HOME);
            assertThat(SCRIPTS.resolve(script.substring(HOME.length()))).isExecutable();
        }
    }

    @Test
    void theBuiltDistributionIsCopied() {
        assertThat(DeployFolder.text("Dockerfile"))
                .contains("\nCOPY --from=build /src/modules/app/target/otpstream /opt/otpstream\n");
        assertThat(COPY.matcher(DeployFolder.text("release.Dockerfile"))
                        .results()
                        .map(found -> found.group(1) + " " + found.group(2)))
                .containsExactlyInAnyOrder(
                        "bin /opt/otpstream/bin",
                        "lib /opt/otpstream/lib",
                        "libexec /opt/otpstream/libexec",
                        "LICENSE /opt/otpstream/LICENSE");
    }

    @Test
    void theContextHasWhatIsCopiedOfTheSources() throws Exception {
        List<String> let = Files.readAllLines(DeployFolder.SOURCES.resolve(".dockerignore"));

        assertThat(COPY.matcher(DeployFolder.text("Dockerfile")).results().map(found -> found.group(1)))
                .hasSize(6)
                .allSatisfy(file -> {
                    assertThat(DeployFolder.SOURCES.resolve(file)).exists();
                    // Of the examples Maven reads nothing but the pom of a module.
                    assertThat(let).contains("!" + (file.equals("examples") ? "examples/signup/pom.xml" : file));
                });
    }

    /** From the comment on that says so. */
    private static String common(String recipe, String other) {
        String begin = "# From here on as in " + other + ": a test compares them.\n";
        String text = DeployFolder.text(recipe);
        assertThat(text).contains(begin);
        return text.substring(text.indexOf(begin) + begin.length());
    }

    private static String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
