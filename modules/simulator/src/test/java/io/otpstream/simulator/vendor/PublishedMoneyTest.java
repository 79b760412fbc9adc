package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever customers do by the published contract, and whenever: the money adds up and no key buys twice. */
class PublishedMoneyTest {

    private static final int[] PLATFORMS = {1, 2, 3, 901, 902, 903, 904, 905, 908, 909, 910, 912, 913, 915, 917};
    private static final int KEYS = 8;

    private final VendorFixture given = new VendorFixture(
            VendorRules.ordinary().withDialect(Dialect.PUBLISHED).withStartBalanceIdr(60_000));
    private final Map<String, Bought> firstByKey = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    @Property(tries = 200)
    void theMoneyAddsUp(@ForAll long seed) {
        PublishedMoneyTest run = new PublishedMoneyTest();
        Random random = new Random(seed);
        for (int step = 0; step < 80; step++) {
            run.given.time.advanceSeconds(random.nextInt(4) == 0 ? random.nextInt(600) : random.nextDouble() * 10);
            try {
                run.act(random);
            } catch (RefusedException expected) {
                assertThat(expected.refusal()).isNotEqualTo(Refusal.ORDER_NOT_FOUND);
            }
            run.check();
        }
    }

    private void act(Random random) {
        if (ids.isEmpty() || random.nextInt(3) == 0) {
            buy(random);
            return;
        }
        String id = new ArrayList<>(ids).get(random.nextInt(ids.size()));
        CustomerOrders orders = given.vendor.customerOrders();
        switch (random.nextInt(6)) {
            case 0 -> orders.look(id, VendorFixture.call("look"), given.now());
            case 1 -> orders.cancel(id, VendorFixture.call("cancel"), given.now());
            case 2 -> orders.finish(id, given.now());
            case 3 -> orders.resend(id, given.now());
            case 4 -> buyAgain(id, random);
            default -> text(id);
        }
    }

    private void buy(Random random) {
        int platform = PLATFORMS[random.nextInt(PLATFORMS.length)];
        OrderRequest request = new OrderRequest(
                new OrderRequest.Routed(
                        6_000 + platform,
                        Optional.empty(),
                        Optional.empty(),
                        OrderRequest.Policy.CHEAPEST,
                        Optional.empty()),
                1 + random.nextInt(3));
        RepeatableCall call = call(ApiCall.CREATE, request.toString(), random);
        note(call, given.vendor.purchases().create(call, () -> request, given.now()));
    }

    private void buyAgain(String id, Random random) {
        RepeatableCall call = call(ApiCall.REACTIVATE, id, random);
        note(
                call,
                given.vendor
                        .purchases()
                        .reactivate(call, () -> new Purchases.Reactivation(id, Optional.empty()), given.now()));
    }

    private void text(String id) {
        OrderDetails order = given.vendor.customerOrders().look(id, VendorFixture.call("look"), given.now());
        given.vendor.text(order.phoneNumber().value(), "code 123456", given.now());
    }

    private void note(RepeatableCall call, Bought bought) {
        given.vendor.purchases().answered(call);
        Bought first = firstByKey.putIfAbsent(call.call() + call.key().orElseThrow(), bought);
        if (first != null) {
            assertThat(bought.orders()).isEqualTo(first.orders());
        }
        bought.orders().forEach(order -> ids.add(order.id()));
    }

    private static RepeatableCall call(ApiCall call, String meaning, Random random) {
        String key = "key-" + random.nextInt(KEYS);
        return new RepeatableCall(call, Optional.of(key), meaning, VendorFixture.call("buy"));
    }

    private void check() {
        Ledger ledger = given.ledger();
        assertThat(ledger.totals().chargedTwice()).isZero();
        assertThat(ledger.totals().balanceIdr())
                .isEqualTo(60_000 - ledger.totals().spentIdr())
                .isNotNegative();
        assertThat(ledger.orders()).extracting(Ledger.Entry::orderId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ledger.totals().orders())
                .isEqualTo(ledger.creates().stream()
                        .mapToLong(Ledger.CreateEntry::ordersMade)
                        .sum());
        assertThat(ledger.orders()).allSatisfy(entry -> {
            boolean paid = entry.status().isLive() || entry.status() == OrderStatus.COMPLETED;
            assertThat(entry.refundedIdr()).isEqualTo(paid ? 0 : entry.chargedIdr());
            assertThat(entry.smsRevision() == 0)
                    .isEqualTo(entry.status() != OrderStatus.OTP_RECEIVED
                            && entry.status() != OrderStatus.COMPLETED
                            && entry.resends() == 0);
        });
        List<OrderDetails> live = given.vendor.customerOrders().active(VendorFixture.call("active"), given.now());
        assertThat(live).hasSize((int) ledger.totals().liveOrders());
        assertThat(live).extracting(OrderDetails::phoneNumber).doesNotHaveDuplicates();
    }
}
