package io.otpstream.streams.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.streams.replies.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Creates of a former owner: when it can be said that nobody will answer them. */
class InheritedCreatesTest {

    private static final int PARTITION = 3;
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(22);

    private final SentReplies replies = new SentReplies();

    @Test
    void whereNothingWasBeingPlacedNothingIsMarked() {
        InheritedCreates inherited = inherited(Map.of());
        assertThat(inherited.nextStep()).isNull();
        inherited.mark(T.plus(Duration.ofDays(1)));
        assertThat(replies.sent()).isEmpty();
    }

    @Test
    void theMarkerGoesOutWhenTheLastAnswerMustHaveBeenWritten() {
        InheritedCreates inherited = inherited(Map.of("r1", placing(1, T), "r2", placing(1, T.plusSeconds(1))));
        Instant answered = T.plusSeconds(1).plus(ANSWER_WITHIN);
        assertThat(inherited.nextStep()).isEqualTo(answered);
        inherited.mark(answered.minusNanos(1));
        assertThat(replies.sent()).isEmpty();

        inherited.mark(answered);

        assertThat(replies.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.partition()).isEqualTo(PARTITION);
            assertThat(Replies.toMarker(sent.reply())).isNotEmpty();
        });
        assertThat(inherited.nextStep()).isNull();
        inherited.mark(answered.plusSeconds(60));
        assertThat(replies.sent()).as("one marker is enough").hasSize(1);
    }

    @Test
    void whatIsStillPlacingWhenTheMarkerIsReadHasNoAnswer() {
        Map<String, Placing> creates = Map.of("r1", placing(1, T), "r2", placing(2, T));
        InheritedCreates inherited = inherited(creates);
        String marker = mark(inherited);
        assertThat(inherited.unanswered(marker, creates)).containsExactlyInAnyOrder("r1", "r2");
    }

    @Test
    void whatWasAnsweredOrOrderedAnewMeanwhileIsLeftAlone() {
        InheritedCreates inherited = inherited(Map.of(
                "answered", placing(1, T),
                "again", placing(1, T),
                "same-number", placing(1, T),
                "lost", placing(1, T)));
        String marker = mark(inherited);
        Map<String, Placing> now = Map.of(
                "again", placing(2, T.plusSeconds(9)),
                "same-number", placing(1, T.plusSeconds(9)),
                "lost", placing(1, T),
                "new", placing(1, T));
        assertThat(inherited.unanswered(marker, now)).containsExactly("lost");
    }

    @Test
    void withdrawingMakesNoOtherCreateOfIt() {
        Placing before = placing(1, T);
        InheritedCreates inherited = inherited(Map.of("r1", before));
        String marker = mark(inherited);
        Placing withdrawn = new Placing(
                before.history(),
                before.firstCountry(),
                before.unavailable(),
                before.countryId(),
                before.priceIdr(),
                before.call(),
                before.sendBy(),
                true);
        assertThat(inherited.unanswered(marker, Map.of("r1", withdrawn))).containsExactly("r1");
    }

    @Test
    void aMarkerOfAFormerOwnerSaysNothing() {
        Map<String, Placing> creates = Map.of("r1", placing(1, T));
        InheritedCreates former = inherited(creates);
        String formerMarker = mark(former);
        InheritedCreates inherited = inherited(creates);
        assertThat(inherited.unanswered(formerMarker, creates))
                .as("before its own")
                .isEmpty();
        String marker = mark(inherited);
        assertThat(inherited.unanswered(formerMarker, creates)).isEmpty();
        assertThat(inherited.unanswered(marker, creates)).containsExactly("r1");
    }

    private InheritedCreates inherited(Map<String, Placing> creates) {
        return new InheritedCreates(replies, PARTITION, creates, ANSWER_WITHIN);
    }

    private String mark(InheritedCreates inherited) {
        inherited.mark(T.plus(Duration.ofDays(1)));
        return Replies.toMarker(replies.sent().getLast().reply());
    }

    private static Placing placing(int call, Instant sendBy) {
        Request request = new Request(
                1,
                List.of(6),
                null,
                Duration.ofSeconds(90),
                1,
                T,
                T.plusSeconds(60),
                Priority.BATCH,
                null,
                List.of(),
                CountryChoice.LISTED,
                false);
        History history = new History(request, 1, 0, 0, call, List.of(), List.of());
        return new Placing(history, 0, List.of(), 6, 3_500, call, sendBy, false);
    }
}
