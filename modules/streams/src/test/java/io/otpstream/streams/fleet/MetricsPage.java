package io.otpstream.streams.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/metrics.md: a section for each kind of MBean, in it a table whose first column has the names. */
public final class MetricsPage {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final List<String> lines;

    private MetricsPage(List<String> lines) {
        this.lines = lines;
    }

    public static MetricsPage read() {
        try {
            return new MetricsPage(Files.readAllLines(Path.of("../../docs/metrics.md"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in the section whose heading ends like this; as often as they are there. */
    public List<String> section(String headingEnd) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("## ") || !line.endsWith(headingEnd))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .flatMap(MetricsPage::names)
                .toList();
    }

    private static Stream<String> names(String row) {
        String cell = row.substring(1, row.indexOf('|', 1));
        return NAME.matcher(cell).results().map((MatchResult result) -> result.group(1));
    }
}
