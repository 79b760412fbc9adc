package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.Move.Kind;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever happens in whatever order: the promises that {@link Journal} knows hold after every single event. */
class AnyOrderOfEventsTest {

    @Property(tries = 2_000)
    void noPromiseIsBroken(@ForAll("rules") LifecycleRules rules, @ForAll("lives") List<Move> moves) {
        RandomLife life = new RandomLife(rules);
        moves.forEach(life::make);
        assertThat(life.journal().finals()).isEqualTo(Journal.isSettled(life.state()) ? 1 : 0);
    }

    @Property(tries = 2_000)
    void noPromiseToARequestIsBroken(@ForAll("rules") LifecycleRules rules, @ForAll("lives") List<Move> moves) {
        RandomLife life = new RandomLife(rules);
        life.make(new Move(Kind.REQUESTED, 4, 1));
        moves.forEach(life::make);
        assertThat(life.journal().finals()).isEqualTo(Journal.isSettled(life.state()) ? 1 : 0);
        Statistics.label("ended in")
                .collect(life.state().getClass().getSimpleName())
                .coverage(coverage -> {
                    for (String everyState : List.of("Waiting", "Placing", "Open", "Cancelling", "Settled")) {
                        coverage.check(everyState).count(lives -> lives > 5);
                    }
                });
    }

    @Provide
    Arbitrary<LifecycleRules> rules() {
        return Arbitraries.of(
                LifecycleRules.guide(),
                LifecycleRules.guide().withInDoubtPolicy(InDoubtPolicy.FAIL),
                LifecycleRules.guide().atSpeed(10),
                LifecycleRules.guide().atSpeed(37.5),
                LifecycleRules.published(true),
                LifecycleRules.published(false),
                LifecycleRules.published(true).atSpeed(10));
    }

    @Provide
    Arbitrary<List<Move>> lives() {
        return moves().list().ofMinSize(1).ofMaxSize(80);
    }

    /** What carries a life on comes often, so that lives get further than their first withdraw. */
    private static Arbitrary<Move> moves() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(2, Kind.REQUESTED),
                Tuple.of(1, Kind.MALFORMED),
                Tuple.of(4, Kind.RESOLVED),
                Tuple.of(1, Kind.UNRESOLVABLE),
                Tuple.of(1, Kind.WITHDRAW),
                Tuple.of(2, Kind.SMS_REQUESTED),
                Tuple.of(3, Kind.NUMBER_REJECTED),
                Tuple.of(10, Kind.PERMIT_PROMISED),
                Tuple.of(12, Kind.CREATE_ANSWERED),
                Tuple.of(10, Kind.LOOK_ANSWERED),
                Tuple.of(8, Kind.CANCEL_ANSWERED),
                Tuple.of(10, Kind.SEEN),
                Tuple.of(4, Kind.FINISH_ANSWERED),
                Tuple.of(2, Kind.ANOTHER_TEXT_WANTED),
                Tuple.of(2, Kind.RESEND_ANSWERED),
                Tuple.of(1, Kind.CREATE_LOST),
                Tuple.of(3, Kind.REASSIGNED),
                Tuple.of(6, Kind.TIME_CAME),
                Tuple.of(15, Kind.TO_DUE),
                Tuple.of(8, Kind.PASS));
        Arbitrary<Integer> picks = Arbitraries.integers().between(0, 59);
        return Combinators.combine(kinds, picks, picks).as(Move::new);
    }
}
