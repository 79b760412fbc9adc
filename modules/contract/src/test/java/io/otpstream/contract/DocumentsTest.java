package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say of topics and words is what the catalogue and the enums say. */
class DocumentsTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();
    private static final String CONTRACT = Repository.read("docs/contract.md");
    private static final Pattern TOPIC = Pattern.compile("`(verification\\.[a-z-]+)`");

    static List<String> pages() {
        return Repository.pages();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("command", CommandType.values()),
                Arguments.of("event", OrderEventType.values()),
                Arguments.of("reason", CancelReason.values()),
                Arguments.of("outcome", Outcome.values()),
                Arguments.of("attempt", AttemptOutcome.values()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesOnlyTopicsThatThereAre(String page) {
        List<String> known = CATALOGUE.specs().stream().map(TopicSpec::name).toList();

        assertThat(known)
                .containsAll(TOPIC.matcher(Repository.read(page))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsOfEachTopicWhatTheCatalogueSays(String page) {
        MarkdownTable.in(Repository.read(page)).stream()
                .filter(table -> table.header().getFirst().equals("topic"))
                .flatMap(table -> table.rows().stream())
                .forEach(DocumentsTest::checkTopic);
    }

    @Test
    void theContractTellsOfAllTopics() {
        assertThat(table("topic").words())
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        assertThat(table("topic").rows()).allSatisfy(row -> assertThat(row.get("key"))
                .isEqualTo(CATALOGUE.spec(topic(row)).key()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void theContractExplainsEveryWord(String heading, WireWord[] words) {
        assertThat(table(heading).words())
                .containsExactlyElementsOf(Arrays.stream(words)
                        .map(WireWord::word)
                        .filter(word -> !word.equals("unknown"))
                        .toList());
    }

    @Test
    void theContractExplainsTheHeadersOfADeadLetter() {
        assertThat(table("header").words())
                .contains(
                        DeadLetterHeaders.TOPIC,
                        DeadLetterHeaders.PARTITION,
                        DeadLetterHeaders.OFFSET,
                        DeadLetterHeaders.REASON,
                        DeadLetterHeaders.FIELD);
    }

    private static void checkTopic(Map<String, String> row) {
        TopicSpec spec = CATALOGUE.spec(topic(row));
        assertThat(row.getOrDefault("partitions", Integer.toString(spec.partitions())))
                .as("partitions of %s", spec.name())
                .isEqualTo(Integer.toString(spec.partitions()));
        assertThat(row.getOrDefault("kept", kept(spec)))
                .as("retention of %s", spec.name())
                .isEqualTo(kept(spec));
    }

    private static String topic(Map<String, String> row) {
        return MarkdownTable.codes(row.getOrDefault("topic", "")).findFirst().orElse("");
    }

    private static String kept(TopicSpec spec) {
        Duration retention = spec.retention();
        if (retention == null) {
            return "for ever";
        }
        return retention.toDays() > 0 ? count(retention.toDays(), "day") : count(retention.toHours(), "hour");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** The table of docs/contract.md whose first column is headed so. */
    private static MarkdownTable table(String heading) {
        return MarkdownTable.in(CONTRACT).stream()
                .filter(table -> table.header().getFirst().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/contract.md has no table of each " + heading));
    }
}
