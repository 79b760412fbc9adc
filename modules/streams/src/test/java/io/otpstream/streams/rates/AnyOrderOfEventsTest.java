package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.Costs;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.streams.money.Movement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.kafka.common.utils.Utils;

/** Neither the order of events nor a second copy of them changes what the tables say, and the tables agree. */
class AnyOrderOfEventsTest {

    private static final Instant T = Instant.parse("2026-11-25T20:00:00Z");

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theTablesAreThoseOfTheEventsAsASet(@ForAll("lives") List<List<OrderEvent>> lives, @ForAll Random random)
            throws IOException {
        List<OrderEvent> inOrder = lives.stream().flatMap(List::stream).toList();
        List<OrderEvent> jumbled = new ArrayList<>(inOrder);
        jumbled.addAll(inOrder.stream().filter(event -> random.nextBoolean()).toList());
        Collections.shuffle(jumbled, random);

        Tables expected = tables(inOrder);
        Tables actual = tables(jumbled);

        assertThat(actual.rates().keySet()).isEqualTo(expected.rates().keySet());
        expected.rates().forEach((key, rates) -> assertThat(actual.rates().get(key))
                .usingRecursiveComparison()
                .withEqualsForType(AnyOrderOfEventsTest::areClose, Double.class)
                .isEqualTo(rates));
        assertThat(actual.costs()).isEqualTo(expected.costs());
        for (Tables each : List.of(expected, actual)) {
            agree(each);
        }
    }

    private static void agree(Tables tables) {
        SuccessRates country = Objects.requireNonNull(tables.rates().get("6"));
        for (ToLongFunction<SuccessRates> figure : List.<ToLongFunction<SuccessRates>>of(
                SuccessRates::open,
                SuccessRates::codes,
                SuccessRates::ended,
                SuccessRates::spendIdr,
                SuccessRates::refundsIdr,
                rates -> rates.orders(OrderOutcome.GIVEN_UP_EARLY),
                rates -> rates.orders(OrderOutcome.NO_STOCK))) {
            long hours = tables.rates().values().stream()
                    .filter(rates -> rates.hour() != null)
                    .mapToLong(figure)
                    .sum();
            long platforms = tables.rates().values().stream()
                    .filter(rates -> rates.platformId() != null)
                    .mapToLong(figure)
                    .sum();
            assertThat(List.of(hours, platforms)).containsOnly(figure.applyAsLong(country));
        }
        assertThat(tables.costs().values()).allSatisfy(costs -> assertThat(costs.chargesIdr())
                .isEqualTo(costs.spendIdr() + costs.refundsIdr() + costs.lockedIdr()));
        assertThat(tables.sum(Costs::spendIdr)).isEqualTo(country.spendIdr());
        assertThat(tables.sum(Costs::refundsIdr)).isEqualTo(country.refundsIdr());
        assertThat(tables.sum(Costs::chargesIdr)).isEqualTo(tables.moved(Movement::chargedIdr));
        assertThat(tables.sum(Costs::refundsIdr)).isEqualTo(tables.moved(Movement::refundedIdr));
        assertThat(tables.sum(Costs::lockedIdr)).isEqualTo(tables.moved(Movement::lockedIdr));
    }

    record Tables(Map<String, SuccessRates> rates, Map<String, Costs> costs, List<Movement> movements) {

        long sum(ToLongFunction<Costs> amount) {
            return costs.values().stream().mapToLong(amount).sum();
        }

        long moved(ToLongFunction<Movement> amount) {
            return movements.stream().mapToLong(amount).sum();
        }
    }

    private static Tables tables(List<OrderEvent> events) throws IOException {
        Path stateDir = Files.createTempDirectory("otpstream-rates");
        try (RatesFixture fixture = new RatesFixture(stateDir)) {
            fixture.happened(events.toArray(OrderEvent[]::new));
            return new Tables(
                    new TreeMap<>(fixture.rates()),
                    // A cell from which the only order has moved to another one says 0 of everything.
                    withoutEmpty(fixture.costs()),
                    fixture.movements());
        } finally {
            Utils.delete(stateDir.toFile());
        }
    }

    private static Map<String, Costs> withoutEmpty(Map<String, Costs> costs) {
        Map<String, Costs> full = new TreeMap<>(costs);
        full.values().removeIf(cell -> cell.orders() == 0 && cell.inDoubtIdr() == 0);
        return full;
    }

    private static boolean areClose(Double one, Double other) {
        return Math.abs(one - other) < 1e-6;
    }

    @Provide
    Arbitrary<List<List<OrderEvent>>> lives() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 7_000);
        Arbitrary<Integer> length = Arbitraries.integers().between(5, 300);
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 8);
        return Combinators.combine(start, length, kind)
                .as(Life::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(lives -> {
                    List<List<OrderEvent>> all = new ArrayList<>();
                    lives.forEach(life -> all.add(life.events("r" + all.size())));
                    return all;
                });
    }

    record Life(int start, int length, int kind) {

        List<OrderEvent> events(String id) {
            Instant placed = T.plusSeconds(start);
            OrderEvent opened = Events.placed(id, placed);
            return switch (kind) {
                case 0 -> List.of(opened);
                case 1 -> List.of(opened, Events.completed(id, placed, length));
                case 2 -> List.of(opened, Events.expired(id, placed));
                case 3 -> List.of(opened, Events.cancelled(id, placed, length, CancelReason.TIMED_OUT));
                case 4 ->
                    List.of(
                            opened,
                            Events.cancelled(id, placed, length, CancelReason.TIMED_OUT),
                            Events.lateCode(id, placed, length + 20));
                case 5 -> List.of(opened, Events.cancelled(id, placed, length, CancelReason.WITHDRAWN));
                case 6 -> List.of(Events.noStock(id, placed));
                case 7 -> List.of(Events.inDoubt(id, placed));
                default ->
                    List.of(
                            Events.inDoubt(id, placed.plusSeconds(length)),
                            Events.cancelled(id, placed, 2L * length, CancelReason.ORPHANED));
            };
        }
    }
}
