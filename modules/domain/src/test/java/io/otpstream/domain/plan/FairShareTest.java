package io.otpstream.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose request becomes the next order. */
class FairShareTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private FairShare shares = new FairShare(TenantRules.EQUAL, Duration.ofMinutes(1));

    @Test
    void whereNobodyWaitsNobodyIsNext() {
        assertThat(shares.next(List.of(), T)).isEmpty();
    }

    @Test
    void interactiveOnesGoBeforeBatches() {
        Lane batch = new Lane(Priority.BATCH, "quick");
        List<Lane> waiting = List.of(batch, lane("greedy"));
        for (int i = 0; i < 50; i++) {
            Lane next = shares.next(waiting, T).orElseThrow();
            assertThat(next).isEqualTo(lane("greedy"));
            shares.served(next, T);
        }
        assertThat(shares.next(List.of(batch), T)).contains(batch);
    }

    @Test
    void equalsAlternate() {
        assertThat(serve(6, "a", "b")).isEqualTo("ababab");
        rules(Map.of(), Map.of());
        assertThat(serve(6, "a", "b", "c")).isEqualTo("abcabc");
    }

    @Test
    void whatABatchHadCountsForItsTenant() {
        shares.served(new Lane(Priority.BATCH, "a"), T);
        assertThat(serve(3, "a", "b")).isEqualTo("bab");
    }

    @Test
    void weightsDivideInProportion() {
        rules(Map.of("a", 2.0), Map.of());
        assertThat(counts(serve(300, "a", "b"))).isEqualTo(Map.of("a", 200L, "b", 100L));
        assertThat(counts(serve(400, "a", "b", "c"))).isEqualTo(Map.of("a", 200L, "b", 100L, "c", 100L));
    }

    @Test
    void atNoTimeIsAnybodyFarFromItsPart() {
        rules(Map.of("a", 3.0, "b", 0.5), Map.of());
        String served = serve(450, "a", "b", "c");
        for (int end = 45; end <= served.length(); end += 45) {
            Map<String, Long> counts = counts(served.substring(end - 45, end));
            assertThat(counts.get("a")).isBetween(29L, 31L);
            assertThat(counts.get("b")).isBetween(4L, 6L);
            assertThat(counts.get("c")).isBetween(9L, 11L);
        }
    }

    @Test
    void whoComesBackHasSavedNothingUp() {
        serve(4, "a", "b");
        assertThat(serve(100, "a")).doesNotContain("b");
        assertThat(counts(serve(10, "a", "b"))).isEqualTo(Map.of("a", 5L, "b", 5L));
    }

    @Test
    void norIsItPunishedForWhatItHadWhileNobodyElseWaited() {
        serve(100, "a");
        assertThat(counts(serve(10, "a", "b"))).isEqualTo(Map.of("a", 5L, "b", 5L));
    }

    @Test
    void aLimitLetsThroughOneAtATimeAndNoMoreInAMinute() {
        rules(Map.of(), Map.of("a", 6.0));
        int served = 0;
        for (int second = 0; second < 600; second++) {
            Instant now = T.plusSeconds(second);
            while (shares.next(List.of(lane("a")), now).isPresent()) {
                shares.served(lane("a"), now);
                served++;
            }
            assertThat(served).isLessThanOrEqualTo(1 + second / 10);
        }
        assertThat(served).isEqualTo(60);
    }

    @Test
    void othersGoOnMeanwhile() {
        rules(Map.of(), Map.of("a", 1.0));
        assertThat(serve(4, "a", "b")).isEqualTo("abbb");
    }

    @Test
    void aLimitIsDividedAsTheBudgetIs() {
        rules(Map.of(), Map.of("a", 6.0));
        shares.hasPart(0.5);
        shares.served(lane("a"), T);
        assertThat(shares.next(List.of(lane("a")), T.plusMillis(19_900))).isEmpty();
        assertThat(shares.next(List.of(lane("a")), T.plusMillis(20_100))).isPresent();
    }

    @Test
    void anOrderThatWasNotCreatedDidNotHappen() {
        rules(Map.of(), Map.of("a", 1.0));
        shares.served(lane("a"), T);
        assertThat(shares.next(List.of(lane("a")), T)).isEmpty();
        shares.notServed(lane("a"));
        assertThat(shares.next(List.of(lane("a")), T)).contains(lane("a"));

        rules(Map.of(), Map.of());
        shares.served(lane("a"), T);
        shares.served(lane("b"), T);
        shares.notServed(lane("b"));
        assertThat(serve(2, "a", "b")).startsWith("b");
    }

    @Test
    void whoJoinsACreateCountsForTheLimitButTakesNoTurn() {
        rules(Map.of(), Map.of("a", 1.0));
        shares.served(lane("a"), T);
        assertThat(shares.joins(lane("a"), T)).isFalse();
        assertThat(shares.joins(lane("a"), T.plusSeconds(60))).isTrue();
        assertThat(shares.joins(lane("a"), T.plusSeconds(60))).isFalse();

        rules(Map.of(), Map.of());
        shares.served(lane("a"), T);
        assertThat(shares.joins(lane("a"), T)).isTrue();
        assertThat(shares.joins(lane("a"), T)).isTrue();
        assertThat(serve(3, "a", "b")).isEqualTo("bab");
    }

    private void rules(Map<String, Double> weights, Map<String, Double> limits) {
        shares = new FairShare(new TenantRules(weights, limits), Duration.ofMinutes(1));
    }

    /** All of these always wait. */
    private String serve(int orders, String... tenants) {
        List<Lane> waiting = Arrays.stream(tenants).map(FairShareTest::lane).toList();
        return IntStream.range(0, orders)
                .mapToObj(order -> {
                    Lane next = shares.next(waiting, T).orElseThrow();
                    shares.served(next, T);
                    return next.tenant();
                })
                .collect(Collectors.joining());
    }

    private static Map<String, Long> counts(String served) {
        return served.chars()
                .mapToObj(tenant -> Character.toString(tenant))
                .collect(Collectors.groupingBy(tenant -> tenant, Collectors.counting()));
    }

    private static Lane lane(String tenant) {
        return new Lane(Priority.INTERACTIVE, tenant);
    }
}
