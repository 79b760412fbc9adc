package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;

/** A vendor, a clock that stands still, and short words for what customers do. */
final class VendorFixture {

    static final int INDONESIA = 6;
    static final int WHATSAPP = 1;

    final ManualTime time = new ManualTime();
    final ModelClock clock = new ModelClock(time, 1);
    final Vendor vendor;

    VendorFixture(VendorRules rules) {
        vendor = new Vendor(rules, 42);
        vendor.setToken("good", TokenState.VALID);
    }

    static VendorFixture ordinary() {
        return new VendorFixture(VendorRules.ordinary());
    }

    /** Every code arrives exactly 21 s after its order. */
    static VendorFixture punctual() {
        return withArrival(new ArrivalCurve(Duration.ofSeconds(21), 0, 1));
    }

    /** No code ever arrives by itself. */
    static VendorFixture silent() {
        return withArrival(new ArrivalCurve(Duration.ofSeconds(21), 0, 0));
    }

    static VendorFixture withArrival(ArrivalCurve arrival) {
        return new VendorFixture(VendorRules.ordinary().withArrival(arrival));
    }

    Duration now() {
        return clock.now();
    }

    OrderView create() {
        return create(WHATSAPP);
    }

    OrderView create(int platformId) {
        return place(platformId).order();
    }

    Placed place(int platformId) {
        return vendor.create(INDONESIA, platformId, call("create"), now());
    }

    OrderView look(OrderView order) {
        return vendor.look(order.id(), call("look"), now());
    }

    OrderStatus statusOf(OrderView order) {
        return look(order).status();
    }

    OrderView cancel(OrderView order) {
        return vendor.cancel(order.id(), call("cancel"), now());
    }

    long balance() {
        return vendor.balanceIdr(now());
    }

    int stock(int platformId) {
        return vendor.offers(INDONESIA, now()).stream()
                .filter(offer -> offer.product().platformId() == platformId)
                .mapToInt(Offer::availableCount)
                .findFirst()
                .orElseThrow();
    }

    Ledger ledger() {
        return vendor.ledger(now(), clock);
    }

    Ledger.Entry entry(OrderView order) {
        return ledger().orders().stream()
                .filter(entry -> entry.orderId().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    static CallInfo call(String requestId) {
        return new CallInfo(Optional.of(requestId), true);
    }
}
