package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vendor of phone numbers: one account, its orders and its ledger. Knows no dialect.
 *
 * <p>{@code now} is model time and never goes back. Whatever is refused throws {@link RefusedException} and changes
 * nothing but counts.
 */
public final class Vendor {

    private final Catalogue catalogue = new Catalogue();
    private final Stock stock = new Stock();
    private final NumberPool numbers = new NumberPool();
    private final OrderBook orders = new OrderBook();
    private final VendorRules rules;
    private final Account account;
    private final Traffic traffic;
    private final ForcedCreates forcedCreates;
    private final OrderMaker orderMaker;
    private final Chance chance;
    private final Faults faults;
    private final PriceMoves prices;
    private final RequestLog requestLog = new RequestLog();

    /** @param idSalt different for every vendor that is started, so that no two give the same order id */
    public Vendor(VendorRules rules, long idSalt) {
        this.rules = rules;
        account = new Account(rules.startBalanceIdr());
        traffic = new Traffic(rules.requestsPerMinute());
        forcedCreates = new ForcedCreates(traffic);
        chance = new Chance(rules.seed());
        faults = new Faults(rules.outage(), chance);
        prices = new PriceMoves(rules.seed(), rules.priceChanges());
        orderMaker = new OrderMaker(rules, chance, idSalt);
    }

    /**
     * Counts a request, notes it and lets it in or not.
     *
     * @param token null when the request has none
     * @param requestId the {@code x-request-id} that the customer gave
     * @return what goes wrong with it; never a 429, which is refused here
     */
    public Outage.Kind admit(@Nullable String token, ApiCall call, Optional<String> requestId, Duration now) {
        try {
            traffic.admit(token, now);
        } catch (RefusedException refused) {
            requestLog.note(now, call, requestId, Outage.Kind.NONE, Optional.of(refused.refusal()));
            throw refused;
        }
        Outage.Kind fault = faults.next(call, now);
        if (fault.symptom() == Outage.Symptom.RATE_LIMITED) {
            requestLog.note(now, call, requestId, fault, Optional.of(Refusal.RATE_LIMIT_EXCEEDED));
            throw traffic.rateLimited(faults.retryAfter(now));
        }
        requestLog.note(now, call, requestId, fault, Optional.empty());
        return fault;
    }

    /** How long the answer to a call takes that has been carried out. */
    public Duration latency() {
        return chance.around(rules.latency());
    }

    public long balanceIdr(Duration now) {
        settle(now);
        return account.balanceIdr();
    }

    public List<CountryView> countries() {
        return catalogue.countries().stream()
                .map(country -> new CountryView(country.id(), country.isoCode(), country.name()))
                .toList();
    }

    /** The price list of a country, platforms without stock included. */
    public List<Offer> offers(int countryId, Duration now) {
        settle(now);
        return catalogue.products(catalogue.country(countryId)).stream()
                .map(product -> new Offer(prices.at(product, now), stock.available(product)))
                .toList();
    }

    /** Rents a number and charges its price. */
    public Placed create(int countryId, int platformId, CallInfo call, Duration now) {
        settle(now);
        Product product = prices.at(catalogue.product(countryId, platformId), now);
        boolean answered = forcedCreates.pass(product);
        if (stock.available(product) == 0) {
            throw RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "no number in stock");
        }
        if (!account.canPay(product.priceIdr())) {
            throw RefusedException.of(Refusal.INSUFFICIENT_BALANCE, "the balance is too low");
        }
        long sequence = orders.size();
        Secret number = numbers.rent(catalogue.country(countryId).numbers(), sequence)
                .orElseThrow(() ->
                        RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "every number of this country is rented"));
        stock.take(product);
        account.charge(product.priceIdr());
        CallInfo noted = new CallInfo(call.requestId(), answered && call.answered());
        OrderFile file = new OrderFile(orderMaker.make(product, number, sequence, now), noted);
        orders.add(file);
        return new Placed(OrderView.of(file.order(), now), answered);
    }

    /** One look of the customer. */
    public OrderView look(String orderId, CallInfo call, Duration now) {
        settle(now);
        OrderFile file = file(orderId);
        file.noteLook(now, call.answered());
        return OrderView.of(file.order(), now);
    }

    /**
     * Ends a live order and refunds it. An order that is cancelled already stays so and is not refunded again; one that
     * is completed or expired is refused with {@code CONFLICT}. The guide leaves both open.
     */
    public OrderView cancel(String orderId, CallInfo call, Duration now) {
        settle(now);
        OrderFile file = file(orderId);
        file.noteCancel(call);
        OrderStatus status = file.order().statusAt(now);
        if (status == OrderStatus.COMPLETED || status == OrderStatus.EXPIRED) {
            throw RefusedException.of(Refusal.CONFLICT, "the order has ended");
        }
        if (status.isLive()) {
            orders.changeFate(file, new Fate.Cancel(now));
            settle(now);
        }
        return OrderView.of(file.order(), now);
    }

    /**
     * A text arrives at a rented number; its code is what the order gets, whatever the curve had in store.
     *
     * @param to the number, also without {@code +} or with spaces
     * @param text holds the code: its first group of 4 to 8 digits, also as {@code 123-456}
     */
    public OrderView text(String to, String text, Duration now) {
        settle(now);
        Secret number = PhoneNumbers.normalise(to);
        Optional<Secret> code = CodeInText.find(text);
        if (code.isEmpty()) {
            throw RefusedException.invalid("text", "text: expected a code of 4 to 8 digits in it");
        }
        OrderFile file = orders.liveByNumber(number)
                .orElseThrow(() -> RefusedException.of(
                        Refusal.NUMBER_NOT_RENTED, "no live order has this number; its order may have ended"));
        file.noteText();
        orders.changeFate(file, new Fate.Code(now, code.get()));
        settle(now);
        return OrderView.of(file.order(), now);
    }

    public void deposit(long amountIdr) {
        account.deposit(amountIdr);
    }

    public void setBalance(long balanceIdr) {
        account.setBalance(balanceIdr);
    }

    public void setStock(int countryId, int platformId, int availableCount) {
        stock.set(catalogue.product(countryId, platformId), availableCount);
    }

    public void setToken(String token, TokenState state) {
        traffic.setToken(token, state);
    }

    /** Starts, replaces or ends an outage. */
    public void setOutage(Outage outage) {
        faults.set(outage);
    }

    /** The latest requests, up to ten thousand. */
    public List<RequestLog.Entry> requests(ModelClock clock) {
        return requestLog.entries(clock);
    }

    /** The truth at this moment. */
    public Ledger ledger(Duration now, ModelClock clock) {
        settle(now);
        return new Ledger(
                totals(),
                orders.all().stream().map(file -> file.entry(now, clock)).toList(),
                orders.all().stream()
                        .flatMap(file -> file.unansweredCreateRequestId().stream())
                        .toList());
    }

    /** When requests came. */
    public Arrivals arrivals(Duration now) {
        return Arrivals.of(now, traffic.arrivals());
    }

    private Ledger.Totals totals() {
        return new Ledger.Totals(
                orders.size(),
                orders.liveSize(),
                account.chargedIdr(),
                account.refundedIdr(),
                account.chargedIdr() - account.refundedIdr(),
                account.balanceIdr(),
                traffic.requests(),
                traffic.rateLimited(),
                traffic.overLimit(),
                traffic.largestSlidingMinute());
    }

    /** Does what the end of an order asks for: whoever got no code gets the money back. */
    private void settle(Duration now) {
        for (OrderFile file : orders.removeEnded(now)) {
            Order order = file.order();
            numbers.giveBack(order.phoneNumber());
            if (order.statusAt(now) != OrderStatus.COMPLETED) {
                account.refund(order.product().priceIdr());
                stock.giveBack(order.product());
                file.noteRefund();
            }
        }
    }

    private OrderFile file(String orderId) {
        return orders.byId(orderId)
                .orElseThrow(() -> RefusedException.of(Refusal.ORDER_NOT_FOUND, "no order has this id"));
    }
}
