package io.otpstream.simulator.vendor;

import static io.otpstream.simulator.vendor.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VendorOrdersTest {

    @Test
    void anOrderIsPendingThenActiveThenCompleted() {
        VendorFixture given = VendorFixture.punctual();
        OrderView order = given.create();

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        given.time.advanceSeconds(1);
        assertThat(given.look(order)).satisfies(look -> {
            assertThat(look.status()).isEqualTo(OrderStatus.ACTIVE);
            assertThat(look.code()).isEmpty();
        });
        given.time.advanceSeconds(19.999);
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.ACTIVE);
        given.time.advanceSeconds(0.001);
        assertThat(given.look(order)).satisfies(look -> {
            assertThat(look.status()).isEqualTo(OrderStatus.COMPLETED);
            assertThat(look.code().orElseThrow().value()).matches("[0-9]{6}");
        });
    }

    @Test
    void aCompletedOrderStaysPaidAndUsesItsNumberUp() {
        VendorFixture given = VendorFixture.punctual();
        given.create();
        given.time.advance(Duration.ofHours(1));

        assertThat(given.balance()).isEqualTo(10_000_000 - 3_000);
        assertThat(given.stock(VendorFixture.WHATSAPP)).isEqualTo(Stock.AT_START - 1);
    }

    @Test
    void anOrderWithoutCodeExpiresAndIsRefundedAlthoughNobodyLooks() {
        VendorFixture given = VendorFixture.silent();
        OrderView order = given.create();
        assertThat(given.balance()).isEqualTo(10_000_000 - 3_000);
        assertThat(given.stock(VendorFixture.WHATSAPP)).isEqualTo(Stock.AT_START - 1);

        given.time.advance(Duration.ofMinutes(20));

        assertThat(given.balance()).isEqualTo(10_000_000);
        assertThat(given.stock(VendorFixture.WHATSAPP)).isEqualTo(Stock.AT_START);
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(given.entry(order).refundedIdr()).isEqualTo(3_000);
    }

    @Test
    void aCodeThatWouldComeAfterTheEndOfTheOrderNeverComes() {
        VendorFixture given = VendorFixture.withArrival(new ArrivalCurve(Duration.ofMinutes(20), 0, 1));
        OrderView order = given.create();
        given.time.advance(Duration.ofMinutes(20));

        assertThat(given.look(order)).satisfies(look -> {
            assertThat(look.status()).isEqualTo(OrderStatus.EXPIRED);
            assertThat(look.code()).isEmpty();
        });
    }

    @Test
    void aCancelRefundsOnce() {
        VendorFixture given = VendorFixture.punctual();
        OrderView order = given.create();
        given.time.advanceSeconds(3);

        assertThat(given.cancel(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(given.cancel(order).status()).isEqualTo(OrderStatus.CANCELLED);
        given.time.advance(Duration.ofHours(1));

        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(given.balance()).isEqualTo(10_000_000);
        assertThat(given.stock(VendorFixture.WHATSAPP)).isEqualTo(Stock.AT_START);
        assertThat(given.entry(order)).satisfies(entry -> {
            assertThat(entry.refundedIdr()).isEqualTo(3_000);
            assertThat(entry.cancelRequests()).isEqualTo(2);
            assertThat(entry.cancelRequestIds()).containsExactly("cancel", "cancel");
            assertThat(entry.endedAt()).isEqualTo(ManualTime.START.plusSeconds(3));
        });
    }

    @Test
    void whatHasEndedOtherwiseCanNotBeCancelled() {
        VendorFixture given = VendorFixture.punctual();
        OrderView completed = given.create();
        OrderView expired = given.create(ForcedOutcome.EXPIRED_AFTER_10_SECONDS.platformId());
        given.time.advanceSeconds(21);

        assertRefused(Refusal.CONFLICT, () -> given.cancel(completed));
        assertRefused(Refusal.CONFLICT, () -> given.cancel(expired));
        assertThat(given.statusOf(completed)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(given.entry(completed).refundedIdr()).isZero();
    }

    @Test
    void anUnknownOrderIsNotFound() {
        VendorFixture given = VendorFixture.ordinary();

        assertRefused(Refusal.ORDER_NOT_FOUND, () -> given.vendor.look("ord_x", VendorFixture.call("r"), given.now()));
        assertRefused(
                Refusal.ORDER_NOT_FOUND, () -> given.vendor.cancel("ord_x", VendorFixture.call("r"), given.now()));
    }

    @Test
    void moneyThatIsNotThereBuysNothing() {
        VendorFixture given = VendorFixture.ordinary();
        given.vendor.setBalance(2_999);

        assertRefused(Refusal.INSUFFICIENT_BALANCE, given::create);
        assertThat(given.balance()).isEqualTo(2_999);
        assertThat(given.stock(VendorFixture.WHATSAPP)).isEqualTo(Stock.AT_START);

        given.vendor.deposit(1);
        given.create();
        assertThat(given.balance()).isZero();
    }

    @Test
    void stockRunsOutAndComesBack() {
        VendorFixture given = VendorFixture.silent();
        given.vendor.setStock(VendorFixture.INDONESIA, VendorFixture.WHATSAPP, 1);
        OrderView order = given.create();

        assertThat(given.stock(VendorFixture.WHATSAPP)).isZero();
        assertRefused(Refusal.PRODUCT_UNAVAILABLE, given::create);
        given.cancel(order);
        assertThat(given.create().status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void country99HasNothing() {
        VendorFixture given = VendorFixture.ordinary();

        assertThat(given.vendor.countries()).extracting(CountryView::id).contains(6, 99);
        assertThat(given.vendor.offers(99, given.now()))
                .hasSizeGreaterThan(5)
                .allSatisfy(offer -> assertThat(offer.availableCount()).isZero());
        assertRefused(
                Refusal.PRODUCT_UNAVAILABLE,
                () -> given.vendor.create(99, 1, new CallInfo(Optional.empty(), true), given.now()));
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsInvalid() {
        VendorFixture given = VendorFixture.ordinary();

        assertThat(assertRefused(Refusal.INVALID_PARAMETERS, () -> given.create(4711))
                        .field())
                .contains("platform_id");
        assertThat(assertRefused(Refusal.INVALID_PARAMETERS, () -> given.vendor.offers(4711, given.now()))
                        .field())
                .contains("country_id");
    }
}
