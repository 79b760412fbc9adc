package io.otpstream.domain.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.purchase.Market.Kind;
import io.otpstream.domain.purchase.Market.Move;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Answers may come late, twice, or not at all, and owners may crash: every order has one holder all the same. */
class AnyOrderOfAnswersTest {

    @Property(tries = 1_000)
    void everyOrderHasExactlyOneHolder(@ForAll("moves") List<Move> moves, @ForAll int last) {
        Market market = new Market();
        for (Move move : moves) {
            market.make(move);
            check(market);
        }
        market.settle(Math.floorMod(last, 1_000));
        check(market);
        Statistics.label("orders")
                .collect(market.told().isEmpty() ? "none" : "some")
                .coverage(coverage -> coverage.check("some").percentage(percent -> percent > 50));
    }

    private static void check(Market market) {
        assertThat(market.holders())
                .allSatisfy((order, holders) ->
                        assertThat(holders).as("holders of order %s", order).hasSize(1));
        assertThat(market.holders()).containsOnlyKeys(market.told());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.BUY),
                Tuple.of(6, Kind.READ),
                Tuple.of(2, Kind.READ_AGAIN),
                Tuple.of(5, Kind.PASS),
                Tuple.of(1, Kind.WITHDRAW),
                Tuple.of(2, Kind.CRASH));
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 199);
        return Combinators.combine(kinds, numbers, numbers)
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
