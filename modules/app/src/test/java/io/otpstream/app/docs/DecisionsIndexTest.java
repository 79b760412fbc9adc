package io.otpstream.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of decisions lists all pages by their numbers and titles. */
class DecisionsIndexTest {

    private static final Path DECISIONS = Path.of("../../docs/decisions");
    private static final Pattern ROW =
            Pattern.compile("\\| \\[(\\d{3})]\\((\\S+\\.md)\\) \\| (.+?)(?: \\(.*\\))? \\| .+ \\|");
    private static final Pattern TITLE = Pattern.compile("# (\\d{3}) (.+)");

    @Test
    void theIndexHoldsEveryPage() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Files.readAllLines(DECISIONS.resolve("README.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> listed.put(row.group(2), row.group(1) + " " + row.group(3)));

        Map<String, String> pages = new TreeMap<>();
        for (Path page : pages()) {
            Matcher title = TITLE.matcher(Files.readAllLines(page).getFirst());
            String name = page.getFileName().toString();
            assertThat(title.matches()).as(name).isTrue();
            assertThat(name).startsWith(title.group(1) + "-");
            pages.put(name, title.group(1) + " " + title.group(2));
        }

        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(listed).isEqualTo(pages);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{3}-.+\\.md"))
                    .toList();
        }
    }
}
