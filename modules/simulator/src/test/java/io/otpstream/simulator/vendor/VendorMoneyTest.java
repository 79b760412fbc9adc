package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever customers do, and whenever: the money adds up and no two live orders share a number. */
class VendorMoneyTest {

    private static final int[] PLATFORMS = {1, 2, 3, 901, 902, 903, 904, 905, 908, 909, 910};

    @Property(tries = 200)
    void theMoneyAddsUp(@ForAll long seed) {
        Random random = new Random(seed);
        VendorFixture given = VendorFixture.ordinary();
        given.vendor.setBalance(60_000);
        List<OrderView> orders = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            given.time.advanceSeconds(random.nextInt(4) == 0 ? random.nextInt(600) : random.nextDouble() * 10);
            try {
                act(given, orders, random);
            } catch (RefusedException expected) {
                assertThat(expected.refusal()).isNotEqualTo(Refusal.ORDER_NOT_FOUND);
            }
            check(given, orders);
        }
    }

    private static void act(VendorFixture given, List<OrderView> orders, Random random) {
        if (orders.isEmpty() || random.nextInt(3) == 0) {
            orders.add(given.create(PLATFORMS[random.nextInt(PLATFORMS.length)]));
            return;
        }
        OrderView order = orders.get(random.nextInt(orders.size()));
        switch (random.nextInt(3)) {
            case 0 -> given.look(order);
            case 1 -> given.cancel(order);
            default -> given.vendor.text(order.phoneNumber().value(), "code 123456", given.now());
        }
    }

    private static void check(VendorFixture given, List<OrderView> orders) {
        Ledger ledger = given.ledger();
        assertThat(ledger.totals().balanceIdr())
                .isEqualTo(60_000 - ledger.totals().spentIdr())
                .isNotNegative();
        assertThat(ledger.totals().chargedIdr())
                .isEqualTo(ledger.orders().stream()
                        .mapToLong(Ledger.Entry::chargedIdr)
                        .sum());
        assertThat(ledger.totals().refundedIdr())
                .isEqualTo(ledger.orders().stream()
                        .mapToLong(Ledger.Entry::refundedIdr)
                        .sum());
        assertThat(ledger.orders()).allSatisfy(entry -> {
            boolean paid = entry.status().isLive() || entry.status() == OrderStatus.COMPLETED;
            assertThat(entry.refundedIdr()).isEqualTo(paid ? 0 : entry.chargedIdr());
        });
        assertThat(orders.stream()
                        .filter(order -> given.entry(order).status().isLive())
                        .map(OrderView::phoneNumber))
                .doesNotHaveDuplicates();
    }
}
