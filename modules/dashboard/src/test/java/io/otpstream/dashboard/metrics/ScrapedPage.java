package io.otpstream.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page in Prometheus' text format (0.0.4), read as strictly as Prometheus reads it: each metric has one HELP and one
 * TYPE, its samples are together and follow these, no sample comes twice, labels are quoted and values are numbers.
 */
final class ScrapedPage {

    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\]|\\\\.)*\",?)*})? (\\S+)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "summary", "histogram", "untyped");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Set<String> helps = new LinkedHashSet<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> families = new LinkedHashMap<>();
    private String family = "";

    private ScrapedPage() {}

    static ScrapedPage read(String text) {
        assertThat(text).endsWith("\n");
        ScrapedPage page = new ScrapedPage();
        text.lines().forEach(page::line);
        assertThat(page.helps).as("HELP and TYPE of the same metrics").isEqualTo(page.types.keySet());
        assertThat(page.families.values()).as("metrics with samples").containsAll(page.types.keySet());
        return page;
    }

    /** The names of samples. */
    Set<String> names() {
        return families.keySet();
    }

    /** The value of a sample, spelled with its labels as on the page. */
    double value(String sample) {
        return samples.getOrDefault(sample, Double.NaN);
    }

    List<String> samples(String name) {
        return samples.keySet().stream()
                .filter(sample -> sample.equals(name) || sample.startsWith(name + "{"))
                .toList();
    }

    String type(String name) {
        return types.getOrDefault(name, "none");
    }

    Set<String> labels(String name) {
        Pattern label = Pattern.compile("[{,]([a-z_]+)=");
        return samples(name).stream()
                .flatMap(sample -> label.matcher(sample).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            comment(comment.group(1), comment.group(2), comment.group(3));
        } else {
            sample(line);
        }
    }

    private void comment(String kind, String name, String text) {
        if (kind.equals("HELP")) {
            assertThat(helps.add(name)).as("second HELP of %s", name).isTrue();
        } else {
            assertThat(types.put(name, text)).as("second TYPE of %s", name).isNull();
            assertThat(TYPES).contains(text);
        }
        family = name;
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String name = sample.group(1);
        assertThat(name.replaceFirst("_(sum|count|bucket)$", ""))
                .as("sample within its metric")
                .isIn(family, family.replaceFirst("_(sum|count|bucket)$", ""));
        families.put(name, family);
        String labelled = line.substring(0, line.lastIndexOf(' '));
        assertThat(samples.put(labelled, number(sample.group(3))))
                .as("second sample %s", labelled)
                .isNull();
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
