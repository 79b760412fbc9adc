package io.otpstream.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final double PERMITS = 6;
    private static final double TINY = 1e-9;

    @Property
    void allOfItIsDivided(
            @ForAll("demands") Map<String, Demand> demands, @ForAll @DoubleRange(min = 0.1, max = 50) double permits) {
        Map<String, Double> shares = Shares.byDemand(permits, demands);
        assertThat(shares.keySet()).isEqualTo(demands.keySet());
        assertThat(shares.values()).allMatch(share -> share >= 0);
        assertThat(sum(shares)).isCloseTo(permits, within(TINY));
    }

    @Property
    void nobodyGetsLessThanItsNeedOrAnEqualPart(@ForAll("demands") Map<String, Demand> demands) {
        double equal = PERMITS / demands.size();
        Map<String, Double> shares = Shares.byDemand(PERMITS, demands);
        demands.forEach((process, demand) ->
                assertThat(share(shares, process)).isGreaterThanOrEqualTo(Math.min(demand.needed(), equal) - TINY));
    }

    @Property
    void noNeedIsLeftWhileAnotherHasMore(@ForAll("demands") Map<String, Demand> demands) {
        Map<String, Double> shares = Shares.byDemand(PERMITS, demands);
        demands.forEach((process, demand) -> {
            if (share(shares, process) < demand.needed() - 1e-6) {
                assertThat(shares.values()).allMatch(other -> other <= share(shares, process) + 1e-6);
            }
        });
    }

    @Property
    void whoCanUseAnyNumberGetsTheRest(@ForAll("demands") Map<String, Demand> demands) {
        double needed = demands.values().stream().mapToDouble(Demand::needed).sum();
        if (needed >= PERMITS || demands.values().stream().noneMatch(Demand::backlogged)) {
            return;
        }
        Map<String, Double> shares = Shares.byDemand(PERMITS, demands);
        demands.forEach((process, demand) -> {
            if (!demand.backlogged()) {
                assertThat(share(shares, process)).isCloseTo(demand.needed(), within(1e-6));
            }
        });
        double level = demands.keySet().stream()
                .filter(process -> isBacklogged(demands, process))
                .mapToDouble(process -> share(shares, process))
                .min()
                .orElseThrow();
        demands.forEach((process, demand) -> {
            if (demand.backlogged() && share(shares, process) > level + 1e-6) {
                assertThat(share(shares, process)).as("only for its need").isCloseTo(demand.needed(), within(1e-6));
            }
        });
    }

    @Property
    void whatIsWantedIsGivenWhereItIsThereAndTheSpareIsDividedEvenly(@ForAll("demands") Map<String, Demand> demands) {
        double wanted = demands.values().stream().mapToDouble(Demand::wanted).sum();
        if (demands.values().stream().anyMatch(Demand::backlogged)) {
            return;
        }
        double permits = wanted + 3;
        Map<String, Double> shares = Shares.byDemand(permits, demands);
        demands.forEach((process, demand) ->
                assertThat(share(shares, process)).isCloseTo(demand.wanted() + 3.0 / demands.size(), within(1e-6)));
    }

    @Test
    void needGoesBeforeBacklogAndBacklogBeforeWish() {
        Map<String, Demand> demands = Map.of(
                "backlogged", new Demand(1, 1, true),
                "looking", new Demand(2, 5, false),
                "idle", new Demand(0, 0.5, false));
        assertThat(Shares.byDemand(6, demands)).isEqualTo(Map.of("backlogged", 4.0, "looking", 2.0, "idle", 0.0));
    }

    @Test
    void byWeightWhateverAnybodyNeeds() {
        assertThat(Shares.byWeight(6, Map.of("a", 2.0, "b", 1.0, "c", 0.0)))
                .isEqualTo(Map.of("a", 4.0, "b", 2.0, "c", 0.0));
        assertThat(Shares.byWeight(6, Map.of("a", 0.0))).isEqualTo(Map.of("a", 0.0));
        assertThat(Shares.byWeight(6, Map.of())).isEmpty();
    }

    @Test
    void whereNobodyIsNothingIsDivided() {
        assertThat(Shares.byDemand(6, Map.of())).isEmpty();
    }

    @Provide
    Arbitrary<Map<String, Demand>> demands() {
        Arbitrary<Double> some = Arbitraries.doubles().between(0, 8).edgeCases(cases -> cases.add(0.0));
        Arbitrary<Demand> demand = Combinators.combine(some, some, Arbitraries.of(true, false, false))
                .as((needed, more, backlogged) -> new Demand(needed, needed + more, backlogged));
        return Arbitraries.maps(Arbitraries.strings().withCharRange('a', 'z').ofLength(2), demand)
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static boolean isBacklogged(Map<String, Demand> demands, String process) {
        return demands.getOrDefault(process, Demand.NONE).backlogged();
    }

    private static double share(Map<String, Double> shares, String process) {
        return shares.getOrDefault(process, -1.0);
    }

    private static double sum(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
