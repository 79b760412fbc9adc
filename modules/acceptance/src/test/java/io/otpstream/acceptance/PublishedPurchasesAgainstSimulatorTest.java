package io.otpstream.acceptance;

import static io.otpstream.acceptance.ApiAnswers.error;
import static io.otpstream.acceptance.ApiAnswers.value;
import static io.otpstream.acceptance.PublishedVendor.PERMIT;
import static io.otpstream.acceptance.PublishedVendor.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Purchased;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.simulator.vendor.Outage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A purchase of the published contract happens once per key, whatever its customer sees of it. */
class PublishedPurchasesAgainstSimulatorTest {

    @Test
    void sameKeyAndBytesGiveTheFirstResultAgain() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            byte[] body = vendor.body(WHATSAPP, 3);
            Purchased first = value(vendor.api().createOrders("key", body, PERMIT));
            assertThat(value(vendor.api().createOrders("key", body, PERMIT))).isEqualTo(first);
            assertBought(vendor, 3);
            assertThat(vendor.simulator().ledger().creates())
                    .singleElement()
                    .extracting(Ledger.CreateEntry::replays)
                    .isEqualTo(1);
        }
    }

    @Test
    void requestInProgress() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            byte[] body = vendor.body(915, 1);
            assertThat(error(vendor.api().createOrders("key", body, PERMIT)))
                    .isEqualTo(new ApiError.RequestInProgress());
            assertThat(value(vendor.api().createOrders("key", body, PERMIT)).orders())
                    .hasSize(1);
            assertBought(vendor, 1);
        }
    }

    @Test
    void idempotencyKeyReused() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            value(vendor.api().createOrders("key", vendor.body(WHATSAPP, 1), PERMIT));
            assertThat(error(vendor.api().createOrders("key", vendor.body(WHATSAPP, 2), PERMIT)))
                    .isEqualTo(new ApiError.KeyReused());
            assertBought(vendor, 1);
        }
    }

    /** The key tells what became of a create that failed after it was carried out. */
    @Test
    void internalError() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            byte[] body = vendor.body(913, 1);
            assertThat(error(vendor.api().createOrders("key", body, PERMIT)))
                    .isInstanceOf(ApiError.ServerFailure.class);
            assertBought(vendor, 1);
            value(vendor.api().createOrders("key", body, PERMIT));
            assertBought(vendor, 1);
        }
    }

    @Test
    void everySecondNumberFails() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            assertThat(value(vendor.create(917, 10))).satisfies(purchased -> {
                assertThat(purchased.orders()).hasSize(5);
                assertThat(purchased.failedCount()).isEqualTo(5);
            });
            assertBought(vendor, 5);
        }
    }

    /** Whatever a customer sees of a create: the same key and bytes, once all is well, bring exactly one order. */
    @ParameterizedTest
    @EnumSource(value = Outage.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void oneKeyBuysOnceWhateverGoesWrong(Outage.Kind kind) {
        try (PublishedVendor vendor = new PublishedVendor();
                PublishedApi impatient = vendor.client(Simulator.TOKEN, ApiAnswers.timeout(kind))) {
            byte[] body = vendor.body(903, 1);
            // Loads classes, which the short time-out is not for.
            value(vendor.api().balance(PERMIT));
            vendor.simulator().startOutage(Outage.total(kind));
            assertThat(error(impatient.createOrders("key", body, PERMIT))).isInstanceOf(ApiAnswers.errorOf(kind));
            assertBought(vendor, kind.carriedOut() ? 1 : 0);
            vendor.simulator().endOutage();
            assertThat(value(vendor.api().createOrders("key", body, PERMIT)).orders())
                    .hasSize(1);
            assertBought(vendor, 1);
        }
    }

    private static void assertBought(PublishedVendor vendor, int orders) {
        assertThat(vendor.simulator().ledger().orders()).hasSize(orders);
        assertThat(vendor.simulator().ledger().totals().chargedTwice()).isZero();
    }
}
