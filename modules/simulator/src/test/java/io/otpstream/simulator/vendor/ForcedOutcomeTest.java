package io.otpstream.simulator.vendor;

import static io.otpstream.simulator.vendor.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForcedOutcomeTest {

    private final VendorFixture given = VendorFixture.silent();

    @Test
    void codeAtOnce() {
        OrderView order = given.create(901);

        assertThat(given.look(order).code()).isPresent();
    }

    @Test
    void codeAfter40Seconds() {
        OrderView order = given.create(902);

        given.time.advanceSeconds(39.9);
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.ACTIVE);
        given.time.advanceSeconds(0.1);
        assertThat(given.look(order).code()).isPresent();
    }

    @Test
    void noCode() {
        VendorFixture punctual = VendorFixture.punctual();
        OrderView order = punctual.create(903);

        punctual.time.advance(Duration.ofMinutes(20).minusNanos(1));
        assertThat(punctual.statusOf(order)).isEqualTo(OrderStatus.ACTIVE);
        punctual.time.advance(Duration.ofNanos(1));
        assertThat(punctual.statusOf(order)).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void expiredAfter10Seconds() {
        OrderView order = given.create(904);
        assertThat(order.expiresAt()).isEqualTo(given.now().plusSeconds(10));

        given.time.advanceSeconds(10);
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(given.balance()).isEqualTo(10_000_000);
    }

    @Test
    void cancelledByTheVendorAfter10Seconds() {
        OrderView order = given.create(905);

        given.time.advanceSeconds(9.9);
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.ACTIVE);
        given.time.advanceSeconds(0.1);
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(given.balance()).isEqualTo(10_000_000);
        assertThat(given.stock(905)).isEqualTo(Stock.AT_START);
    }

    @Test
    void unavailableOnlyWhenItIsOrdered() {
        assertThat(given.stock(906)).isPositive();
        assertRefused(Refusal.PRODUCT_UNAVAILABLE, () -> given.create(906));
        assertRefused(Refusal.PRODUCT_UNAVAILABLE, () -> given.create(906));
    }

    @Test
    void insufficientBalance() {
        assertRefused(Refusal.INSUFFICIENT_BALANCE, () -> given.create(907));
        assertRefused(Refusal.INSUFFICIENT_BALANCE, () -> given.create(907));
        assertThat(given.balance()).isEqualTo(10_000_000);
    }

    @Test
    void rateLimitedOnceInTurn() {
        for (int round = 0; round < 2; round++) {
            RefusedException refused = assertRefused(Refusal.RATE_LIMIT_EXCEEDED, () -> given.create(908));
            assertThat(refused.retryAfter()).contains(new RetryAfter(Duration.ofSeconds(2), RetryAfter.Form.SECONDS));
            given.create(908);
        }
        assertThat(given.ledger().totals()).satisfies(totals -> {
            assertThat(totals.requests429()).isEqualTo(2);
            assertThat(totals.requests429OverLimit()).isZero();
            assertThat(totals.orders()).isEqualTo(2);
        });
    }

    @Test
    void serverErrorTwiceInTurn() {
        for (int round = 0; round < 2; round++) {
            assertRefused(Refusal.INTERNAL_ERROR, () -> given.create(909));
            assertRefused(Refusal.INTERNAL_ERROR, () -> given.create(909));
            given.create(909);
        }
        assertThat(given.ledger().totals().orders()).isEqualTo(2);
    }

    @Test
    void turnsAreCountedPerCountry() {
        assertRefused(Refusal.RATE_LIMIT_EXCEEDED, () -> given.create(908));
        assertRefused(
                Refusal.RATE_LIMIT_EXCEEDED, () -> given.vendor.create(1, 908, VendorFixture.call("r"), given.now()));
    }

    @Test
    void noAnswerOnceInTurnAndTheMoneyIsGone() {
        assertThat(given.place(910).answered()).isFalse();
        assertThat(given.place(910).answered()).isTrue();
        assertThat(given.place(910).answered()).isFalse();

        assertThat(given.balance()).isEqualTo(10_000_000 - 3 * 3_000);
        assertThat(given.ledger().unansweredCreateRequestIds()).containsExactly("create", "create");
        assertThat(given.ledger().orders())
                .extracting(Ledger.Entry::createAnswered)
                .containsExactly(false, true, false);
    }

    @Test
    void outOfStock() {
        assertThat(given.stock(911)).isZero();
        assertRefused(Refusal.PRODUCT_UNAVAILABLE, () -> given.create(911));
    }

    @Test
    void everyCountryHasEveryOne() {
        assertThat(given.vendor.countries())
                .allSatisfy(country -> assertThat(given.vendor.offers(country.id(), given.now()))
                        .extracting(offer -> offer.product().platformId())
                        .containsExactly(1, 2, 3, 4, 5, 901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 911));
    }
}
