package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stock-room that both contracts share: what a number costs, renting it, and what the end of an order asks for. */
final class Rentals {

    /** Who wants to know when something happens to an order. */
    interface Watcher {
        void happened(Happening happening);
    }

    private final Stock stock = new Stock();
    private final NumberPool numbers = new NumberPool();
    private final OrderBook orders = new OrderBook();
    private final List<Watcher> watchers = new ArrayList<>();
    private final Catalogue catalogue;
    private final Account account;
    private final PriceMoves prices;
    private final OrderMaker orderMaker;

    Rentals(VendorRules rules, Chance chance, long idSalt) {
        catalogue = new Catalogue(rules.dialect());
        account = new Account(rules.startBalanceIdr());
        prices = new PriceMoves(rules.seed(), rules.priceChanges());
        orderMaker = new OrderMaker(rules, chance, idSalt);
    }

    void watchedBy(Watcher watcher) {
        watchers.add(watcher);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Account account() {
        return account;
    }

    Stock stock() {
        return stock;
    }

    Collection<OrderFile> all() {
        return orders.all();
    }

    Collection<OrderFile> newestFirst() {
        return orders.newestFirst();
    }

    Collection<OrderFile> live() {
        return orders.live();
    }

    /** When something happens next, as things stand. */
    Optional<Duration> next() {
        return orders.next();
    }

    /** What the product costs now. */
    Product price(Product product, Duration now) {
        return prices.at(product, now);
    }

    /** @throws RefusedException when no order has this id */
    OrderFile file(String orderId) {
        return orders.byId(orderId)
                .orElseThrow(() -> RefusedException.of(Refusal.ORDER_NOT_FOUND, "no order has this id"));
    }

    /** @throws RefusedException when it isn't a number, or no live order has it */
    OrderFile liveByNumber(String phoneNumber) {
        return orders.liveByNumber(PhoneNumbers.normalise(phoneNumber))
                .orElseThrow(() -> RefusedException.of(
                        Refusal.NUMBER_NOT_RENTED, "no live order has this number; its order may have ended"));
    }

    /**
     * Rents a number and charges its price.
     *
     * @param product with the price to charge
     */
    OrderFile rent(Product product, Tier tier, Purchase purchase, Duration now) {
        check(product);
        Secret number = numbers.rent(catalogue.country(product.countryId()).numbers(), orders.size())
                .orElseThrow(() ->
                        RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "every number of this country is rented"));
        return open(product, tier, number, purchase, now);
    }

    /** The same with a certain number. */
    OrderFile rentAgain(Product product, Tier tier, Secret number, Purchase purchase, Duration now) {
        check(product);
        if (!numbers.rentAgain(number)) {
            throw RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "the number is rented to somebody");
        }
        return open(product, tier, number, purchase, now);
    }

    /** Gives a live order another course, which may be its end. */
    void changeCourse(OrderFile file, Course course, Duration now) {
        orders.changeCourse(file, course);
        settle(now);
    }

    /** Does what has become due: whoever got nothing gets the money back, and the watchers are told. */
    void settle(Duration now) {
        Optional<Happening> next = orders.takeNext(now);
        while (next.isPresent()) {
            Happening happening = next.get();
            switch (happening) {
                case Happening.Text text -> {}
                case Happening.Ended ended -> close(ended.file(), ended.at());
            }
            watchers.forEach(watcher -> watcher.happened(happening));
            next = orders.takeNext(now);
        }
    }

    int size() {
        return orders.size();
    }

    int liveSize() {
        return orders.liveSize();
    }

    private void check(Product product) {
        if (stock.available(product) == 0) {
            throw RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "no number in stock");
        }
        if (!account.canPay(product.priceIdr())) {
            throw RefusedException.of(Refusal.INSUFFICIENT_BALANCE, "the balance is too low");
        }
    }

    private OrderFile open(Product product, Tier tier, Secret number, Purchase purchase, Duration now) {
        stock.take(product);
        account.charge(product.priceIdr());
        OrderFile file = new OrderFile(orderMaker.make(product, tier, number, orders.size(), now), purchase);
        orders.add(file);
        return file;
    }

    private void close(OrderFile file, Duration at) {
        Order order = file.order();
        numbers.giveBack(order.phoneNumber());
        if (order.statusAt(at) != OrderStatus.COMPLETED) {
            account.refund(order.product().priceIdr());
            stock.giveBack(order.product());
            file.noteRefund();
        }
    }
}
