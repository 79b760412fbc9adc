package io.otpstream.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links lead somewhere, what is shown of a file stands in it, and JSON is JSON. */
class DocumentedTextTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Document> documents = Document.all();
    private final Map<Path, Document> byPath =
            documents.stream().collect(Collectors.toMap(Document::path, each -> each));

    private record PlacedLink(Document document, String destination) {}

    @Test
    void everyLinkWithinTheSourcesLeadsSomewhere() {
        List<PlacedLink> links = documents.stream()
                .flatMap(document -> document.links().stream().map(link -> new PlacedLink(document, link)))
                .filter(link -> !link.destination().matches("(?i)[a-z]+:.*"))
                .toList();

        assertThat(links).hasSizeGreaterThan(60).allSatisfy(link -> assertThat(leadsSomewhere(link))
                .as("%s: %s", link.document().path(), link.destination())
                .isTrue());
    }

    @Test
    void everySnippetIsWhatItsFileHas() {
        List<Fence> snippets =
                fences().filter(fence -> fence.snippet().isPresent()).toList();

        assertThat(snippets).hasSizeGreaterThan(1).allSatisfy(fence -> assertThat(fence.text())
                .as(fence.at())
                .isEqualTo(Snippet.read(fence.snippet().orElseThrow())));
    }

    @Test
    void everyCommentThatNamesASnippetStandsBeforeABlock() throws IOException {
        for (Document document : documents) {
            long named = Files.readString(Document.ROOT.resolve(document.path()))
                    .lines()
                    .filter(line -> line.strip().matches("<!-- *snippet.*"))
                    .count();
            assertThat(document.fences().stream()
                            .filter(fence -> fence.snippet().isPresent()))
                    .as(document.path().toString())
                    .hasSize((int) named);
        }
    }

    @Test
    void partsOfFilesAreTakenWithoutTheirIndentation() {
        List<String> lines =
                List.of("a", "  // snippet:one", "    b", "", "      c", "  // end:one", "# snippet:one-more");

        assertThat(Snippet.part(lines, "one")).isEqualTo("b\n\n  c\n");
        assertThatThrownBy(() -> Snippet.part(lines, "two")).hasMessageContaining("snippet:two");
    }

    @Test
    void whatLooksLikeJsonIsJson() {
        List<Fence> blocks = fences().filter(Fence::isJson).toList();

        assertThat(blocks).isNotEmpty().allSatisfy(fence -> assertThatCode(() -> parse(fence.text()))
                .as(fence.at())
                .doesNotThrowAnyException());
        assertThat(documents).allSatisfy(document -> assertThat(document.codes())
                .filteredOn(code -> code.startsWith("{\"") && !code.contains("…"))
                .allSatisfy(code -> assertThatCode(() -> JSON.readTree(code))
                        .as("%s: %s", document.path(), code)
                        .doesNotThrowAnyException()));
    }

    private Stream<Fence> fences() {
        return documents.stream().flatMap(document -> document.fences().stream());
    }

    /** One value, or one in each line. */
    private static void parse(String text) throws JsonProcessingException {
        try {
            JSON.readTree(text);
        } catch (JsonProcessingException notOne) {
            for (String line : text.lines().toList()) {
                JSON.readTree(line);
            }
        }
    }

    private boolean leadsSomewhere(PlacedLink link) {
        String[] parts = link.destination().split("#", 2);
        Path from = link.document().path();
        Path target = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
        if (!Files.exists(Document.ROOT.resolve(target))) {
            return false;
        }
        Document page = byPath.get(target);
        return parts.length == 1 || (page != null && page.anchors().contains(parts[1]));
    }
}
