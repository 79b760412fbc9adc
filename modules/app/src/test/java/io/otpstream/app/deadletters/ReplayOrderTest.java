package io.otpstream.app.deadletters;

import static io.otpstream.app.deadletters.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayOrderTest {

    private static final LetterId REQUEST = new LetterId(0, 1);
    private static final LetterId REPLY = new LetterId(0, 2);
    private static final LetterId EMPTY = new LetterId(1, 0);
    private static final LetterId MISSING = new LetterId(1, 99);

    private final LetterBox box = new LetterBox();
    private final ConsumerRecord<byte[], byte[]> request = letter("0:1", "verification.requests", "no platform");

    @BeforeEach
    void fill() {
        box.add(request);
        box.add(letter("0:2", "otpstream.replies", "not a reply"));
        box.add(letter("1:0", "verification.commands", "too large", null));
    }

    @Test
    void whatIsOtpstreamsOwnOrWithoutItsValueIsRefused() {
        assertThat(all(null, false).plan(box))
                .containsExactly(
                        new ReplayStep.PutBack(REQUEST, "verification.requests"),
                        new ReplayStep.Refused(REPLY, "it came from otpstream.replies, which is otpstream's own"),
                        new ReplayStep.Refused(EMPTY, "it has no value: there was none, or it was left out"));
    }

    @Test
    void forceAndAnotherTopic() {
        assertThat(all("quarantine", true).plan(box))
                .containsExactly(
                        new ReplayStep.PutBack(REQUEST, "quarantine"),
                        new ReplayStep.PutBack(REPLY, "quarantine"),
                        new ReplayStep.PutBack(EMPTY, "quarantine"));
        assertThat(ReplayOrder.targets(all("quarantine", true).plan(box))).containsExactly("quarantine");
    }

    @Test
    void whatWasPutBackIsNotPutBackAgainByForceEither() {
        box.add(Letters.written(ReplayMark.behind(request, "verification.requests"), 7));

        assertThat(ids(true, REQUEST).plan(box)).containsExactly(new ReplayStep.Done(REQUEST));
    }

    @Test
    void idsThatAreNotThereAreTold() {
        assertThat(ids(false, MISSING, REQUEST).plan(box))
                .containsExactly(
                        new ReplayStep.PutBack(REQUEST, "verification.requests"), new ReplayStep.Missing(MISSING));
    }

    @Test
    void idsAreReadAsTheyAreShown() {
        assertThat(LetterId.parse(MISSING.toString())).contains(MISSING);
        assertThat(LetterId.parse("1")).isEmpty();
        assertThat(LetterId.parse("1:-2")).isEmpty();
        assertThat(LetterId.parse("x:2")).isEmpty();
    }

    private static ReplayOrder all(@Nullable String to, boolean forced) {
        return new ReplayOrder(Set.of(), letter -> true, to, forced);
    }

    private static ReplayOrder ids(boolean forced, LetterId... ids) {
        return new ReplayOrder(Set.of(ids), letter -> true, null, forced);
    }
}
