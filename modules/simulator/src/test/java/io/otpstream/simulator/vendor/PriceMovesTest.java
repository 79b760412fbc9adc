package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PriceMovesTest {

    private static final Product ORDINARY = new Product(VendorFixture.INDONESIA, VendorFixture.WHATSAPP, 3_000);
    private static final double A_STEP_SECONDS = PriceMoves.STEP.toMillis() / 1e3;
    private static final ArrivalCurve NO_CODES = new ArrivalCurve(Duration.ofSeconds(21), 0, 0);
    private static final PriceMoves MOVING = new PriceMoves(1, 0.2);

    @Test
    void pricesStayUnlessTheyAreToMove() {
        VendorFixture given = VendorFixture.ordinary();
        given.time.advanceSeconds(86_400);
        assertThat(price(given)).isEqualTo(3_000);
    }

    @Test
    void pricesMoveInStepsWithinTheirShare() {
        List<Long> prices = steps(MOVING);

        assertThat(prices).first().isEqualTo(3_000L);
        assertThat(prices).allSatisfy(price -> {
            assertThat(price).isBetween(2_400L, 3_600L);
            assertThat(price % 100).isZero();
        });
        assertThat(prices.stream().distinct().count()).isGreaterThan(8);
        assertThat(at(MOVING, PriceMoves.STEP))
                .as("until the next step")
                .isEqualTo(at(MOVING, PriceMoves.STEP.multipliedBy(2).minusMillis(1)));
    }

    @Test
    void theSameSeedGivesTheSamePrices() {
        assertThat(steps(new PriceMoves(1, 0.2))).isEqualTo(steps(MOVING));
        assertThat(steps(new PriceMoves(2, 0.2))).isNotEqualTo(steps(MOVING));
    }

    @Test
    void anOrderCostsWhatThePriceIsWhenItIsPlacedAndIsRefundedThat() {
        VendorFixture given =
                new VendorFixture(VendorRules.ordinary().withArrival(NO_CODES).withPriceChanges(0.5));
        given.time.advanceSeconds(A_STEP_SECONDS);
        long balance = given.balance();
        int stock = given.stock(VendorFixture.WHATSAPP);
        long price = price(given);

        OrderView order = given.create();

        assertThat(price).isNotEqualTo(3_000);
        assertThat(given.balance()).isEqualTo(balance - price);
        given.time.advanceSeconds(2 * A_STEP_SECONDS);
        assertThat(price(given)).isNotEqualTo(price);
        given.cancel(order);
        assertThat(given.balance()).isEqualTo(balance);
        assertThat(given.stock(VendorFixture.WHATSAPP)).isEqualTo(stock);
        assertThat(given.entry(order).refundedIdr()).isEqualTo(price);
    }

    @Test
    void aShareIsAShare() {
        assertThatThrownBy(() -> VendorRules.ordinary().withPriceChanges(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("priceChanges");
    }

    private static List<Long> steps(PriceMoves moves) {
        return LongStream.range(0, 200)
                .map(step -> at(moves, PriceMoves.STEP.multipliedBy(step)))
                .boxed()
                .toList();
    }

    private static long at(PriceMoves moves, Duration now) {
        return moves.at(ORDINARY, now).priceIdr();
    }

    private static long price(VendorFixture given) {
        return given.vendor.offers(VendorFixture.INDONESIA, given.now()).stream()
                .filter(offer -> offer.product().platformId() == VendorFixture.WHATSAPP)
                .mapToLong(offer -> offer.product().priceIdr())
                .findFirst()
                .orElseThrow();
    }
}
