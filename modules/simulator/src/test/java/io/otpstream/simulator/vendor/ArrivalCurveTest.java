package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalCurveTest {

    @Test
    void theFirstOrdersOfAnOrdinaryVendorGetCodes() {
        Vendor vendor = new Vendor(VendorRules.ordinary(), 0);
        for (int i = 0; i < 5; i++) {
            vendor.create(6, 1, new CallInfo(Optional.empty(), true), Duration.ZERO);
        }
        assertThat(vendor.ledger(Duration.ofSeconds(60), new ModelClock(new ManualTime(), 1))
                        .orders())
                .extracting(Ledger.Entry::status)
                .containsOnly(OrderStatus.COMPLETED);
    }

    @Test
    void hasTheMedianTheSpreadAndTheShareItPromises() {
        Chance chance = new Chance(7);
        ArrivalCurve curve = ArrivalCurve.ordinary();
        int orders = 20_000;

        List<Double> logSeconds = LongStream.range(0, orders)
                .mapToObj(n -> curve.draw(chance.ofOrder(n)))
                .flatMap(Optional::stream)
                .map(after -> Math.log(after.toNanos() / 1e9))
                .sorted()
                .toList();

        assertThat((double) logSeconds.size() / orders).isCloseTo(0.75, within(0.01));
        assertThat(Math.exp(quantile(logSeconds, 0.5))).isCloseTo(21, within(0.5));
        // Of a normal distribution 68.27 % lie within one standard deviation.
        double sigma = (quantile(logSeconds, 0.841345) - quantile(logSeconds, 0.158655)) / 2;
        assertThat(sigma).isCloseTo(0.45, within(0.02));
    }

    @Test
    void theSameSeedAndCallsGiveTheSameCodesAtTheSameTimes() {
        assertThat(story(5)).isEqualTo(story(5));
        assertThat(story(5)).isNotEqualTo(story(6));
    }

    @Test
    void anOrdersFateDoesNotDependOnWhatElseHappens() {
        VendorFixture quiet = VendorFixture.ordinary();
        quiet.create();
        OrderView second = quiet.create();
        VendorFixture busy = VendorFixture.ordinary();
        busy.vendor.setOutage(new Outage(Outage.Kind.NOT_JSON, 0.5, Set.of(ApiCall.BALANCE)));
        OrderView first = busy.create();
        busy.vendor.admit("good", ApiCall.BALANCE, Optional.empty(), busy.now());
        busy.look(first);
        busy.cancel(first);
        OrderView alsoSecond = busy.create();

        quiet.time.advance(Duration.ofMinutes(20));
        busy.time.advance(Duration.ofMinutes(20));
        assertThat(busy.look(alsoSecond).code()).isEqualTo(quiet.look(second).code());
        assertThat(busy.entry(alsoSecond).arrivedAt())
                .isEqualTo(quiet.entry(second).arrivedAt());
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArrivalCurve(Duration.ofSeconds(-1), 0, 0))
                .withMessageStartingWith("median:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArrivalCurve(Duration.ZERO, Double.NaN, 0))
                .withMessageStartingWith("sigma:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArrivalCurve(Duration.ZERO, 0, 1.1))
                .withMessageStartingWith("arrivalShare:");
    }

    /** What twenty orders of a seed come to: when each ends and with which code. */
    private static List<String> story(long seed) {
        VendorFixture given = new VendorFixture(VendorRules.ordinary().withSeed(seed));
        List<OrderView> orders =
                LongStream.range(0, 20).mapToObj(n -> given.create()).toList();
        given.time.advance(Duration.ofMinutes(20));
        return orders.stream()
                .map(order -> given.entry(order).endedAt() + " "
                        + given.look(order).code().map(Secret::value).orElse("none"))
                .toList();
    }

    private static double quantile(List<Double> sorted, double q) {
        return sorted.get((int) (q * (sorted.size() - 1)));
    }
}
