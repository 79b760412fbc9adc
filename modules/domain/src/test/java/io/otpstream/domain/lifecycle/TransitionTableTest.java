package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.otpstream.domain.api.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Derives the table of transitions from the decider, and holds the documentation to it. */
class TransitionTableTest {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "lifecycle.md");
    private static final Path DERIVED = Path.of("target", "lifecycle-table.md");
    private static final String BEGIN = "<!-- derived from the decider: begin -->\n";
    private static final String END = "<!-- derived from the decider: end -->";

    private static final Transitions TRANSITIONS = Explorer.explore();

    @Test
    void theDocumentShowsTheTableThatTheDeciderHas() throws IOException {
        String derived = TransitionTable.of(TRANSITIONS);
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(BEGIN).contains(END);
        String shown = document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END));
        if (!shown.strip().equals(derived.strip())) {
            Files.createDirectories(DERIVED.toAbsolutePath().getParent());
            Files.writeString(DERIVED, derived);
            fail("docs/lifecycle.md does not show what the decider does. If the change is meant, put the content of"
                    + " modules/domain/" + DERIVED + " between its markers.");
        }
    }

    @Test
    void everyEventWasTriedInEveryState() {
        Set<String> states = names(leaves(State.class));
        Set<String> events = names(leaves(Event.class));
        assertThat(TRANSITIONS.followers().keySet()).containsAll(states);
        for (String state : states) {
            Map<String, Set<String>> tried = TRANSITIONS.followers().getOrDefault(state, Map.of());
            assertThat(events).as("events tried in %s", state).allMatch(event -> tried.keySet().stream()
                    .anyMatch(label -> label.startsWith(event)));
        }
    }

    @Test
    void everyStateEventAndEffectWasSeen() {
        List<Class<?>> all = Stream.of(State.class, Event.class, Effect.class)
                .flatMap(TransitionTableTest::leaves)
                .toList();
        assertThat(TRANSITIONS.seen()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyKindOfNewsAndEveryOutcomeWasSeen() {
        assertThat(TRANSITIONS.constants())
                .containsAll(EnumSet.allOf(OrderNews.Kind.class))
                .containsAll(EnumSet.allOf(Outcome.class))
                .containsAll(EnumSet.complementOf(EnumSet.of(AttemptEnd.COMPLETED)))
                .doesNotContain(AttemptEnd.COMPLETED);
    }

    @Test
    void everyErrorOfTheApiIsAmongTheSamples() {
        Set<Class<?>> sampled = Samples.errors().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(leaves(ApiError.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TransitionTableTest::leaves)
                : Stream.of(type);
    }

    private static Set<String> names(Stream<Class<?>> types) {
        return types.map(Labels::of).collect(Collectors.toSet());
    }
}
