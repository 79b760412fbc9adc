package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final VendorFixture given = VendorFixture.punctual();

    @Test
    void tellsTheStoryOfAnOrder() {
        OrderView order = given.create();
        given.time.advanceSeconds(5);
        given.look(order);
        given.time.advanceSeconds(7);
        given.look(order);
        given.time.advanceSeconds(12);
        given.look(order);
        given.time.advanceSeconds(6);
        given.look(order);

        assertThat(given.entry(order)).satisfies(entry -> {
            assertThat(entry.createdAt()).isEqualTo(ManualTime.START);
            assertThat(entry.expiresAt()).isEqualTo(ManualTime.START.plus(Duration.ofMinutes(20)));
            assertThat(entry.status()).isEqualTo(OrderStatus.COMPLETED);
            assertThat(entry.arrivedAt()).isEqualTo(ManualTime.START.plusSeconds(21));
            assertThat(entry.endedAt()).isEqualTo(ManualTime.START.plusSeconds(21));
            assertThat(entry.codeDelivered()).isTrue();
            assertThat(entry.codeDeliveredAt()).isEqualTo(ManualTime.START.plusSeconds(24));
            assertThat(entry.looks()).isEqualTo(4);
            assertThat(entry.shortestLookGapSeconds()).isEqualTo(6.0);
            assertThat(entry.chargedIdr()).isEqualTo(3_000);
            assertThat(entry.refundedIdr()).isZero();
            assertThat(entry.createRequestId()).isEqualTo("create");
        });
    }

    @Test
    void aCodeIsNotDeliveredByAnAnswerThatGetsLost() {
        OrderView order = given.create();
        given.time.advanceSeconds(30);

        given.vendor.look(order.id(), new CallInfo(Optional.empty(), false), given.now());
        assertThat(given.entry(order).codeDelivered()).isFalse();

        given.look(order);
        assertThat(given.entry(order).codeDelivered()).isTrue();
    }

    @Test
    void theSumsAreTheSumsOfTheOrders() {
        OrderView completed = given.create(1);
        OrderView cancelled = given.create(2);
        OrderView live = given.create(903);
        given.time.advanceSeconds(2);
        given.cancel(cancelled);
        given.time.advanceSeconds(20);

        Ledger ledger = given.ledger();

        assertThat(ledger.totals()).satisfies(totals -> {
            assertThat(totals.orders()).isEqualTo(3);
            assertThat(totals.liveOrders()).isEqualTo(1);
            assertThat(totals.chargedIdr()).isEqualTo(3_000 + 4_000 + 3_000);
            assertThat(totals.refundedIdr()).isEqualTo(4_000);
            assertThat(totals.spentIdr()).isEqualTo(6_000);
            assertThat(totals.balanceIdr()).isEqualTo(10_000_000 - 6_000);
        });
        assertThat(ledger.orders())
                .extracting(Ledger.Entry::orderId)
                .containsExactly(completed.id(), cancelled.id(), live.id());
    }

    @Test
    void holdsNeitherCodeNorNumber() {
        OrderView order = given.create(901);
        String code = given.look(order).code().orElseThrow().value();

        assertThat(given.ledger().toString())
                .doesNotContain(code)
                .doesNotContain(order.phoneNumber().value().substring(1));
        assertThat(order.toString()).doesNotContain(order.phoneNumber().value());
    }
}
