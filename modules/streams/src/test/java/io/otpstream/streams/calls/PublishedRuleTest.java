package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.plan.FairShare;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.plan.TenantRules;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who gets the next permit where orders are looked at together. */
class PublishedRuleTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Bid CANCEL = Bid.Cancel.ofNoUse();
    private static final Bid CONCLUDE = new Bid.Conclude();
    private static final Bid REFUND = new Bid.Refund(T.minus(PATIENCE.multipliedBy(2)));
    private static final Bid LATE_REFUND =
            new Bid.Refund(T.minus(PATIENCE.multipliedBy(2)).minusMillis(1));
    private static final Bid.Create CREATE = new Bid.Create(new Lane(Priority.BATCH, ""), T);
    private static final Bid.Create INTERACTIVE = new Bid.Create(new Lane(Priority.INTERACTIVE, ""), T);
    private static final Bid FINISH = new Bid.Finish(T.minus(PATIENCE));
    private static final Bid OVERDUE = new Bid.Finish(T.minus(PATIENCE).minusMillis(1));

    private final AtomicBoolean creates = new AtomicBoolean(true);
    private final PublishedRule rule = new PublishedRule(Duration.ofSeconds(5), PATIENCE, 20, creates::get);
    private final Draw draw = new Draw(rule, new FairShare(TenantRules.EQUAL, Duration.ofMinutes(1)));

    @Test
    void whatNobodyWaitsForTakesWhatIsLeft() {
        isTheOrder(CANCEL, OVERDUE, CREATE, FINISH, REFUND);
        isTheOrder(OVERDUE, LATE_REFUND, CREATE);
        isTheOrder(CONCLUDE, OVERDUE);
    }

    @Test
    void whileNothingCanBeBoughtWhatGivesMoneyBackGoesFirst() {
        creates.set(false);
        isTheOrder(CANCEL, OVERDUE, REFUND, CREATE, FINISH);
    }

    @Test
    void whatRequestsWaitForHoldsNothingElseOfThatKindUp() {
        assertThat(draw.isAhead(CANCEL, CONCLUDE, T)).isFalse();
        assertThat(draw.isAhead(CONCLUDE, CANCEL, T)).isFalse();
    }

    @Test
    void theFinishThatIsDueForLongestGoesFirst() {
        assertThat(draw.isAhead(FINISH, new Bid.Finish(T), T)).isTrue();
    }

    @Test
    void ordersAreBoughtAsFastAsTheirEndsCanBePaidFor() {
        int bought = 0;
        for (int permit = 0; permit < 1_000; permit++) {
            if (!rule.isHeld(CREATE)) {
                buy(10);
                bought += 10;
            }
            rule.passed(1);
        }
        assertThat(bought).as("one create and ten ends, of each eleven permits").isBetween(900, 1_000);
    }

    @Test
    void whatLooksNeedIsPaidForToo() {
        while (!rule.isHeld(CREATE)) {
            draw.promised("me", CONCLUDE, T);
        }
        isTheOrder(FINISH, REFUND, CREATE);
    }

    @Test
    void whatEndsAnOrderWasPaidForByTheOrder() {
        for (int i = 0; i < 1_000; i++) {
            draw.promised("me", FINISH, T);
            draw.promised("me", REFUND, T);
            draw.promised("me", CANCEL, T);
        }
        assertThat(rule.isHeld(CREATE)).isFalse();
    }

    @Test
    void somebodyWhoWaitsHasAnAdvanceThatBatchesPayBack() {
        while (!rule.isHeld(CREATE)) {
            buy(10);
        }
        assertThat(rule.isHeld(INTERACTIVE)).isFalse();
        while (!rule.isHeld(INTERACTIVE)) {
            draw.promised("me", INTERACTIVE, T);
        }
        rule.passed(100);
        assertThat(rule.isHeld(INTERACTIVE)).isFalse();
        assertThat(rule.isHeld(CREATE)).isTrue();
        rule.passed(100);
        assertThat(rule.isHeld(CREATE)).isFalse();
    }

    @Test
    void ordersThatWereNotPlacedNeedNoEnd() {
        int creates = 0;
        for (int permit = 0; permit < 1_000; permit++) {
            if (!rule.isHeld(CREATE)) {
                buy(10);
                rule.notPlaced(10);
                creates++;
            }
            rule.passed(1);
        }
        assertThat(creates).as("a permit each").isEqualTo(1_000);
    }

    @Test
    void whatIsNotBoughtNeedsNothing() {
        while (!rule.isHeld(CREATE)) {
            draw.promised("me", CREATE, T);
        }
        draw.givenBack(CREATE);
        assertThat(rule.isHeld(CREATE)).isFalse();
    }

    private void buy(int orders) {
        draw.promised("me", CREATE, T);
        for (int more = 1; more < orders; more++) {
            rule.joined();
        }
    }

    @Test
    void thePartOfCreatesIsWhatItWasLately() {
        for (int i = 0; i < 500; i++) {
            draw.promised("me", i % 4 == 0 ? CREATE : FINISH, T);
        }
        assertThat(rule.createFraction()).isBetween(0.2, 0.3);
    }

    private void isTheOrder(Bid... bestFirst) {
        for (int better = 0; better < bestFirst.length; better++) {
            for (int worse = better + 1; worse < bestFirst.length; worse++) {
                assertThat(draw.isAhead(bestFirst[better], bestFirst[worse], T))
                        .as("%s before %s", bestFirst[better], bestFirst[worse])
                        .isTrue();
                assertThat(draw.isAhead(bestFirst[worse], bestFirst[better], T)).isFalse();
            }
        }
    }
}
