package io.otpstream.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/metrics.md beside what is served. */
class MetricsPageTest {

    private static final Pattern NAME = Pattern.compile("`(otpstream_[a-z_]+)(\\{([a-z, ]+)})?`");

    @Test
    void everyMetricOfOursIsDocumentedWithItsLabels() throws IOException {
        String page = Files.readString(Path.of("../../docs/metrics.md"));
        List<String> documented = NAME.matcher(page)
                .results()
                .map(found -> found.group().replaceAll("[` ]", ""))
                .distinct()
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Family.values())
                        .map(MetricsPageTest::spelled)
                        .toList());
    }

    @Test
    void namesFollowPrometheusConventions() {
        assertThat(Family.values()).allSatisfy(family -> {
            assertThat(family.exposedName()).matches("otpstream_[a-z]+(_[a-z]+)*");
            assertThat(family.help()).endsWith(".");
            assertThat(family.labels())
                    .doesNotContain("request", "label", "tenant", "number", "order")
                    .allMatch(label -> label.matches("[a-z]+"));
        });
        assertThat(Arrays.stream(Family.values()).map(Family::exposedName)).doesNotHaveDuplicates();
    }

    private static String spelled(Family family) {
        return family.exposedName() + (family.labels().isEmpty() ? "" : "{" + String.join(",", family.labels()) + "}");
    }
}
