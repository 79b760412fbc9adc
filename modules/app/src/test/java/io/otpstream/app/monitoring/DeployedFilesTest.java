package io.otpstream.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.dashboard.metrics.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What can be said of the rules and the Grafana dashboard without Prometheus and Grafana. {@link RealScrapeTest} says
 * that what they ask for is served.
 */
class DeployedFilesTest {

    /** Prometheus' own, of the scrape. */
    private static final Set<String> OF_THE_TARGET = Set.of("instance", "job");

    @Test
    void everyRuleHasWhatAPersonNeeds() {
        String runbook = DeployedFiles.text("docs/alerts.md");

        assertThat(DeployedFiles.rules()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            String name = rule.path("alert").textValue();
            assertThat(name).matches("Otpstream[A-Za-z]+");
            assertThat(rule.path("labels").path("severity").textValue()).isIn("critical", "warning");
            JsonNode annotations = rule.path("annotations");
            assertThat(annotations.path("summary").textValue()).isNotBlank();
            assertThat(annotations.path("description").textValue()).isNotBlank();
            assertThat(annotations.path("runbook").textValue())
                    .isEqualTo("docs/alerts.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(runbook).contains("\n### " + name + "\n");
        });
    }

    @Test
    void noRuleIsThereTwice() {
        assertThat(DeployedFiles.rules().stream().map(rule -> rule.path("alert").textValue()))
                .doesNotHaveDuplicates();
    }

    @Test
    void thePageIsScrapedAndTheRulesAreRead() {
        JsonNode config = DeployedFiles.scrapeConfig();

        assertThat(config.path("rule_files").path(0).textValue()).isEqualTo("otpstream-rules.yml");
        assertThat(config.path("scrape_configs").path(0).path("job_name").textValue())
                .isEqualTo("otpstream");
        assertThat(config.path("scrape_configs").path(0).path("metrics_path").textValue())
                .isEqualTo("/metrics");
    }

    @Test
    void panelsDoNotOverlap() {
        List<JsonNode> panels = DeployedFiles.panels();

        assertThat(panels).hasSizeGreaterThan(20);
        assertThat(panels.stream().map(panel -> panel.path("id").intValue())).doesNotHaveDuplicates();
        assertThat(panels.stream()
                        .map(panel -> panel.path("gridPos").path("x") + "/"
                                + panel.path("gridPos").path("y")))
                .doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(panel -> assertThat(panel.path("gridPos").path("x").intValue()
                                + panel.path("gridPos").path("w").intValue())
                        .isLessThanOrEqualTo(24));
    }

    @Test
    void expressionsAskForLabelsThatTheMetricsHave() {
        assertThat(DeployedFiles.expressions()).hasSizeGreaterThan(40).allSatisfy(expression -> {
            assertThat(expression.isBalanced()).as(expression.text()).isTrue();
            List<Family> ours = expression.metrics().stream()
                    .flatMap(name -> family(name).stream())
                    .toList();
            if (ours.size() == expression.metrics().size()) {
                assertThat(expression.labels())
                        .as(expression.text())
                        .isSubsetOf(Stream.concat(
                                        OF_THE_TARGET.stream(), ours.stream().flatMap(each -> each.labels().stream()))
                                .toList());
            }
        });
    }

    @Test
    void expressionsAreUnderstood() {
        Expression expression = new Expression("sum by (event, job) (rate(a_total{kind=\"x\", to!=\"y\"}[5m])) > 0 and"
                + " max(b offset 15m) == 1 or absent(c)");

        assertThat(expression.metrics()).containsExactly("a_total", "b", "c");
        assertThat(expression.labels()).containsExactlyInAnyOrder("event", "job", "kind", "to");
    }

    private static Optional<Family> family(String name) {
        return Arrays.stream(Family.values())
                .filter(each -> each.exposedName().equals(name))
                .findFirst();
    }
}
