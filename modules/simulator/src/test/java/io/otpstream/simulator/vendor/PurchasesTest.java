package io.otpstream.simulator.vendor;

import static io.otpstream.simulator.vendor.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Buying by the published contract, where a test of the server could not stop the time of an answer. */
class PurchasesTest {

    private static final OrderRequest ONE = request(1);

    private final VendorFixture given = new VendorFixture(VendorRules.ordinary()
            .withDialect(Dialect.PUBLISHED)
            .withArrival(new ArrivalCurve(Duration.ofSeconds(21), 0, 0))
            .withPublished(PublishedRules.ordinary().withAbuse(new AbuseRules(4, 0.5, Duration.ofHours(4)))));

    @Test
    void aKeyWhoseFirstAnswerIsUnderWayIsRefused() {
        RepeatableCall call = call("key");
        Bought first = buy(call, ONE);

        assertRefused(Refusal.REQUEST_IN_PROGRESS, () -> buy(call("key"), ONE));
        given.vendor.purchases().answered(call);

        assertThat(buy(call("key"), ONE)).isEqualTo(first);
        assertThat(given.ledger().totals().orders()).isEqualTo(1);
        assertThat(given.ledger().creates()).singleElement().satisfies(create -> assertThat(create.replays())
                .isEqualTo(1));
    }

    @Test
    void aRefusalThatIsUnderWayIsNotToldTwiceEither() {
        given.vendor.setBalance(0);
        RepeatableCall call = call("key");
        assertRefused(Refusal.INSUFFICIENT_BALANCE, () -> buy(call, ONE));

        assertRefused(Refusal.REQUEST_IN_PROGRESS, () -> buy(call("key"), ONE));
        given.vendor.purchases().answered(call);
        assertRefused(Refusal.INSUFFICIENT_BALANCE, () -> buy(call("key"), ONE));
    }

    @Test
    void moneyForSomeBuysSome() {
        given.vendor.setBalance(7_000);

        Bought bought = buy(call("key"), request(5));

        assertThat(bought.orders()).hasSize(2);
        assertThat(bought.failed()).isEqualTo(3);
        assertThat(given.balance()).isEqualTo(1_000);
    }

    @Test
    void tooManyFailuresBeginABan() {
        expire(2);
        buy(call("in time"), ONE);
        expire(2);

        RefusedException refused = assertRefused(Refusal.TEMP_BANNED, () -> buy(call("late"), ONE));

        assertThat(refused.details())
                .contains(new RefusalDetails.Ban(given.now().plus(Duration.ofHours(4)), "HARD"));
        given.time.advance(Duration.ofHours(4));
        assertThat(buy(call("late"), ONE).orders()).hasSize(1);
    }

    @Test
    void completedOrdersKeepABanAway() {
        for (int i = 0; i < 6; i++) {
            Bought bought = buy(call("good " + i), ONE);
            given.vendor.text(bought.orders().getFirst().phoneNumber().value(), "1234", given.now());
            expire(1);
        }
    }

    @Test
    void aStoredResultIsToldDuringABan() {
        RepeatableCall call = call("key");
        Bought first = buy(call, ONE);
        given.vendor.purchases().answered(call);
        given.vendor.ban(Duration.ofHours(4), "SOFT", given.now());

        assertThat(buy(call("key"), ONE)).isEqualTo(first);
        assertRefused(Refusal.TEMP_BANNED, () -> buy(call("other"), ONE));
        given.vendor.liftBan();
        assertThat(buy(call("other"), ONE).orders()).hasSize(1);
    }

    private void expire(int count) {
        Bought bought = buy(call("expire at " + given.now().toSeconds()), request(count));
        assertThat(bought.orders()).hasSize(count);
        given.time.advance(Duration.ofMinutes(20));
    }

    private Bought buy(RepeatableCall call, OrderRequest request) {
        return given.vendor.purchases().create(call, () -> request, given.now());
    }

    private static RepeatableCall call(String name) {
        String key = name.replace(' ', '-');
        return new RepeatableCall(ApiCall.CREATE, Optional.of(key), "body", VendorFixture.call(name));
    }

    private static OrderRequest request(int quantity) {
        OrderRequest.Routed routed = new OrderRequest.Routed(
                6_001, Optional.empty(), Optional.empty(), OrderRequest.Policy.CHEAPEST, Optional.empty());
        return new OrderRequest(routed, quantity);
    }
}
