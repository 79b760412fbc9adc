package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When people hold new orders, and what is told of it. */
class OperatorPauseTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final OperatorWord GO = new OperatorWord.Go();
    private static final OperatorWord UNHEARD = new OperatorWord.Unheard();
    private static final OperatorWord.Stop STOP = new OperatorWord.Stop(T, "ada", "an outage");

    private final List<GateNews> news = new ArrayList<>();
    private final OperatorPause pause = new OperatorPause(news::add);

    @Test
    void isOffWhereNobodyReadsWhatPeopleSay() {
        assertThat(pause.isOn()).isFalse();
        assertThat(pause.since()).isNull();
    }

    @Test
    void isOnFromAWordToTheNext() {
        pause.heed(STOP);
        assertThat(pause.isOn()).isTrue();
        assertThat(pause.since()).isEqualTo(T);

        pause.heed(GO);
        assertThat(pause.isOn()).isFalse();
        assertThat(pause.since()).isNull();
        assertThat(news).containsExactly(new GateNews.PausedByHand(STOP), new GateNews.ResumedByHand());
    }

    @Test
    void holdsOrdersInSilenceUntilItIsKnownWhatPeopleSaid() {
        pause.heed(UNHEARD);
        assertThat(pause.isOn()).isTrue();

        pause.heed(GO);

        assertThat(pause.isOn()).isFalse();
        assertThat(news).isEmpty();
    }

    @Test
    void whatIsSaidAgainIsNoNewsButAnotherReasonIs() {
        OperatorWord.Stop another = new OperatorWord.Stop(T, "ada", "another outage");
        pause.heed(STOP);
        pause.heed(STOP);
        pause.heed(another);

        assertThat(news).containsExactly(new GateNews.PausedByHand(STOP), new GateNews.PausedByHand(another));
    }
}
