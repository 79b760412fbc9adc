package io.otpstream.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.AlertKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/alerts.md knows every alert that can be raised, and says of each what to do. */
class AlertsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (.+) \\|$");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\w+)\n\n(.*?)(?=\n### |\n## |\\z)");
    private static final int COLUMNS_AFTER_THE_KIND = 4;

    private final String page = DeployedFiles.text("docs/alerts.md");

    @Test
    void everyKindHasARowThatSaysWhatToDo() {
        List<MatchResult> rows = ROW.matcher(page).results().toList();

        assertThat(rows)
                .extracting(row -> row.group(1))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AlertKind.values()).map(AlertKind::word).toList());
        assertThat(rows).allSatisfy(row -> {
            List<String> columns = List.of(row.group(2).split(" \\| "));
            assertThat(columns).as(row.group(1)).hasSize(COLUMNS_AFTER_THE_KIND).noneMatch(String::isBlank);
            assertThat(columns.getFirst()).isIn("critical", "warning", "info");
        });
    }

    @Test
    void everySectionIsOfARuleAndEveryRuleHasOne() {
        List<MatchResult> sections = SECTION.matcher(page).results().toList();

        assertThat(sections)
                .extracting(section -> section.group(1))
                .containsExactlyInAnyOrderElementsOf(DeployedFiles.rules().stream()
                        .map(rule -> rule.path("alert").textValue())
                        .toList());
        assertThat(sections)
                .allSatisfy(section -> assertThat(section.group(2).strip().length())
                        .as(section.group(1))
                        .isGreaterThan(60));
    }

    @Test
    void linksToOtherRulesLeadThere() {
        List<String> anchors = SECTION.matcher(page)
                .results()
                .map(section -> section.group(1).toLowerCase(Locale.ROOT))
                .toList();

        assertThat(Pattern.compile("\\]\\(#(\\w+)\\)").matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .isSubsetOf(anchors);
    }
}
