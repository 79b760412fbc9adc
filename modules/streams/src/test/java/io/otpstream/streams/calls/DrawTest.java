package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.plan.CreatePace;
import io.otpstream.domain.plan.FairShare;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets the next permit. */
class DrawTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ASK_AGAIN = Duration.ofMillis(300);
    private static final Bid CANCEL = Bid.Cancel.ofNoUse();
    private static final Bid CONCLUDE = new Bid.Conclude();
    private static final Bid.Create CREATE = create(Priority.BATCH, "");

    private final CreatePace pace = new CreatePace(4.2);
    private final FairShare shares = new FairShare(TenantRules.EQUAL, Duration.ofMinutes(1));
    private final GuideRule rule = new GuideRule(PollStrategy.ADAPTIVE, pace, Duration.ofSeconds(5));
    private final Draw draw = new Draw(rule, shares);

    @Test
    void aCreateInTurnGoesBeforeLooks() {
        assertThat(rule.isInTurn(CREATE)).isTrue();
        isTheOrder(draw, CANCEL, CONCLUDE, CREATE, look(5), look(3));
    }

    @Test
    void aCreateOutOfTurnTakesWhatLooksLeave() {
        pace.created(Priority.BATCH);
        assertThat(rule.isInTurn(CREATE)).isFalse();
        isTheOrder(draw, CANCEL, CONCLUDE, look(5), look(3), look(0), CREATE);
    }

    @Test
    void whoeverWaitsForACreateGetsItBeforeItsTurn() {
        pace.created(Priority.BATCH);
        isTheOrder(draw, create(Priority.INTERACTIVE, ""), look(5), CREATE);
    }

    @Test
    void inOneLaneTheOneThatCameFirstGoesFirst() {
        Bid later = new Bid.Create(CREATE.lane(), T.plusMillis(1));
        isTheOrder(draw, CREATE, later);
    }

    @Test
    void underTheFixedStrategyNoCreateIsEverInTurn() {
        GuideRule fixedRule = new GuideRule(PollStrategy.FIXED, pace, Duration.ofSeconds(5));
        Draw fixed = new Draw(fixedRule, shares);
        assertThat(pace.isCreateNext(Priority.BATCH)).isTrue();
        assertThat(fixedRule.isInTurn(CREATE)).isFalse();
        isTheOrder(fixed, CANCEL, CONCLUDE, look(5), look(3), CREATE);
    }

    @Test
    void amongCreatesItIsTheTenantsTurnThatCounts() {
        Bid ofA = create(Priority.INTERACTIVE, "a");
        Bid ofB = create(Priority.INTERACTIVE, "b");
        Bid batch = create(Priority.BATCH, "c");
        isTheOrder(draw, ofA, ofB, batch);
        draw.promised("me", ofA, T);
        isTheOrder(draw, ofB, ofA, batch);
        draw.givenBack(ofA);
        isTheOrder(draw, ofA, ofB, batch);
    }

    @Test
    void equalsDoNotHoldEachOtherUp() {
        for (Bid bid : List.of(CANCEL, CONCLUDE, CREATE, look(5))) {
            draw.stand("other", bid, T, ASK_AGAIN);
            assertThat(draw.isBest("me", bid, T)).isTrue();
        }
    }

    @Test
    void nobodyIsHeldUpByABidOfItsOwn() {
        draw.stand("me", CANCEL, T, ASK_AGAIN);
        assertThat(draw.isBest("me", look(1), T)).isTrue();
    }

    @Test
    void aBidStandsALittleLongerThanUntilItsBidderIsToAskAgain() {
        draw.stand("other", CANCEL, T, ASK_AGAIN);
        Instant until = T.plus(ASK_AGAIN).plusMillis(100);
        assertThat(draw.isBest("me", look(1), until)).isFalse();
        assertThat(draw.isBest("me", look(1), until.plusNanos(1))).isTrue();
    }

    @Test
    void onlyTheLastBidOfABidderStands() {
        draw.stand("other", CANCEL, T, ASK_AGAIN);
        draw.stand("other", look(1), T, ASK_AGAIN);
        assertThat(draw.isBest("me", look(2), T)).isTrue();
    }

    @Test
    void whoWithdrawsOrWasPromisedAPermitHoldsNobodyUp() {
        draw.stand("other", CANCEL, T, ASK_AGAIN);
        draw.withdraw("other");
        assertThat(draw.isBest("me", look(1), T)).isTrue();
        draw.stand("other", CANCEL, T, ASK_AGAIN);
        draw.promised("other", CANCEL, T);
        assertThat(draw.isBest("me", look(1), T)).isTrue();
    }

    @Test
    void aCreateUsesUpItsTurnAndGivenBackHasItAgain() {
        draw.promised("me", CREATE, T);
        assertThat(rule.isInTurn(CREATE)).isFalse();
        draw.givenBack(CREATE);
        assertThat(rule.isInTurn(CREATE)).isTrue();
    }

    @Test
    void whatIsNoCreateChangesNoTurnWhenItIsGivenBack() {
        pace.created(Priority.BATCH);
        for (Bid bid : List.of(CANCEL, CONCLUDE, look(1))) {
            draw.givenBack(bid);
        }
        assertThat(rule.isInTurn(CREATE)).isFalse();
    }

    @Test
    void everyPermitEarnsAPartOfACreate() {
        draw.promised("me", CREATE, T);
        int permits = 0;
        for (; !rule.isInTurn(CREATE); permits++) {
            draw.promised("me", permits % 2 == 0 ? CONCLUDE : CANCEL, T);
        }
        assertThat(permits).isBetween(4, 5);
    }

    @Test
    void agesCountWhoeverFindsTheCode() {
        draw.promised("me", new Bid.Look(9, 2, 0.5), T);
        assertThat(pace.expectedCodeAge()).isEqualTo(4);
        draw.promised("me", new Bid.Cancel(4, 0.5), T);
        assertThat(pace.expectedCodeAge()).isEqualTo(6);
        assertThat(pace.looksPerCode()).isEqualTo(1);
    }

    @Test
    void thePaceIsCorrectedOnlyWhileACreateWaits() {
        double before = pace.fraction();
        draw.promised("me", new Bid.Look(9, 20, 0.5), T);
        assertThat(pace.fraction()).isEqualTo(before);
        draw.stand("other", CREATE, T, ASK_AGAIN);
        draw.promised("me", new Bid.Look(9, 20, 0.5), T);
        assertThat(pace.fraction()).as("codes are found too late").isLessThan(before);
    }

    private static void isTheOrder(Draw draw, Bid... bestFirst) {
        for (int better = 0; better < bestFirst.length; better++) {
            for (int worse = better + 1; worse < bestFirst.length; worse++) {
                draw.stand("other", bestFirst[better], T, ASK_AGAIN);
                assertThat(draw.isBest("me", bestFirst[worse], T))
                        .as("%s after %s", bestFirst[worse], bestFirst[better])
                        .isFalse();
                draw.stand("other", bestFirst[worse], T, ASK_AGAIN);
                assertThat(draw.isBest("me", bestFirst[better], T))
                        .as("%s before %s", bestFirst[better], bestFirst[worse])
                        .isTrue();
            }
        }
        draw.withdraw("other");
    }

    private static Bid look(double worth) {
        return new Bid.Look(worth, 0, 0);
    }

    private static Bid.Create create(Priority priority, String tenant) {
        return new Bid.Create(new Lane(priority, tenant), T);
    }
}
