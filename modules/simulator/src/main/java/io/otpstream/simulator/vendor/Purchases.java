package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Buying by the published contract: several numbers at once, each key at most once, and not while banned. */
public final class Purchases {

    private final Rentals rentals;
    private final Storefront storefront;
    private final ForcedCreates forcedCreates;
    private final PublishedRules rules;
    private final Idempotency idempotency;
    private final AbuseGuard guard;
    private final CreateLog log = new CreateLog();

    Purchases(Rentals rentals, Storefront storefront, ForcedCreates forcedCreates, PublishedRules rules) {
        this.rentals = rentals;
        this.storefront = storefront;
        this.forcedCreates = forcedCreates;
        this.rules = rules;
        idempotency = new Idempotency(rules.keyRetention());
        guard = new AbuseGuard(rules.abuse());
        rentals.watchedBy(this::judge);
    }

    /**
     * Rents as many numbers as can be had of those that are wanted, and charges their prices.
     *
     * @param request read when it is carried out, so that a refusal of it belongs to the key
     * @throws RefusedException when not one can be had
     */
    public Bought create(RepeatableCall call, Supplier<OrderRequest> request, Duration now) {
        rentals.settle(now);
        return tell(call, idempotency.once(call, log, now, line -> {
            OrderRequest wanted = request.get();
            line.noteQuantity(wanted.quantity());
            guard.check(now);
            return buy(call, wanted, now);
        }));
    }

    /** Rents the number of a completed order again, at the price of today. */
    public Bought reactivate(RepeatableCall call, Supplier<Reactivation> request, Duration now) {
        rentals.settle(now);
        return tell(call, idempotency.once(call, log, now, line -> {
            Reactivation wanted = request.get();
            line.noteQuantity(1);
            guard.check(now);
            return buyAgain(call, wanted, now);
        }));
    }

    /**
     * What a customer wants to rent again.
     *
     * @param maxPriceIdr the most that it may cost, whole rupiah
     */
    public record Reactivation(String orderId, Optional<Long> maxPriceIdr) {}

    /** What renting the number of this order again costs now, whole rupiah. */
    public long reactivationCostIdr(String orderId, Duration now) {
        rentals.settle(now);
        return again(rentals.file(orderId), now).product().priceIdr();
    }

    /** The answer to the first call with this key is out; until then the same key is refused. */
    public void answered(RepeatableCall call) {
        idempotency.answered(call);
    }

    void ban(Duration span, String tier, Duration now) {
        guard.set(new RefusalDetails.Ban(now.plus(span), tier));
    }

    void liftBan() {
        guard.lift();
    }

    CreateLog log() {
        return log;
    }

    private Bought buy(RepeatableCall call, OrderRequest wanted, Duration now) {
        Storefront.Priced priced = storefront.choose(wanted.choice(), now);
        Answering answering = forcedCreates.pass(priced.product(), now);
        List<OrderDetails> orders = new ArrayList<>();
        for (int index = 0; index < wanted.quantity(); index++) {
            if (!ForcedCreates.fails(priced.product(), index)) {
                Purchase purchase = purchase(call, answering, orders.size());
                try {
                    OrderFile file = rentals.rent(priced.product(), priced.tier(), purchase, now);
                    orders.add(OrderDetails.of(file.order(), now, rules));
                } catch (RefusedException refused) {
                    if (orders.isEmpty()) {
                        throw refused;
                    }
                }
            }
        }
        return new Bought(orders, wanted.quantity() - orders.size(), answering);
    }

    private Bought buyAgain(RepeatableCall call, Reactivation wanted, Duration now) {
        OrderFile file = rentals.file(wanted.orderId());
        Storefront.Priced priced = again(file, now);
        if (wanted.maxPriceIdr()
                .filter(max -> priced.product().priceIdr() > max)
                .isPresent()) {
            throw RefusedException.invalid("max_price", "max_price: expected at least the cost of the reactivation");
        }
        Purchase purchase = purchase(call, Answering.TOLD, 0);
        try {
            OrderFile child = rentals.rentAgain(
                    priced.product(), priced.tier(), file.order().phoneNumber(), purchase, now);
            return new Bought(List.of(OrderDetails.of(child.order(), now, rules)), 0, Answering.TOLD);
        } catch (RefusedException refused) {
            throw refused.refusal() == Refusal.PRODUCT_UNAVAILABLE
                    ? RefusedException.provider(RefusalDetails.Cause.NO_NUMBERS)
                    : refused;
        }
    }

    private Storefront.Priced again(OrderFile file, Duration now) {
        if (!Capabilities.of(file.order(), now, rules).canReactivate()) {
            throw RefusedException.of(Refusal.CONFLICT, "only a completed order can be reactivated");
        }
        return storefront.price(file.order().product(), file.order().tier(), now);
    }

    private static Purchase purchase(RepeatableCall call, Answering answering, int index) {
        boolean answered = call.info().answered() && answering == Answering.TOLD;
        return new Purchase(new CallInfo(call.info().requestId(), answered), call.key(), index);
    }

    /** A repeated call may tell what the first answer failed to. */
    private Bought tell(RepeatableCall call, Bought bought) {
        if (call.info().answered() && bought.answering() == Answering.TOLD) {
            bought.orders().forEach(order -> rentals.file(order.id()).noteTold());
        }
        return bought;
    }

    private void judge(Happening happening) {
        switch (happening) {
            case Happening.Text text -> {}
            case Happening.Ended ended ->
                guard.noteEnd(ended.file().order().statusAt(ended.at()) != OrderStatus.COMPLETED, ended.at());
        }
    }
}
