package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vendor of phone numbers: one account, its orders and its ledger. What both contracts have is here, and what the
 * guide says; what only the published contract has is in {@link #storefront()}, {@link #purchases()}, {@link
 * #customerOrders()} and {@link #webhooks()}.
 *
 * <p>{@code now} is model time and never goes back. Whatever is refused throws {@link RefusedException} and changes
 * nothing but counts.
 */
public final class Vendor {

    private final VendorRules rules;
    private final Chance chance;
    private final Rentals rentals;
    private final Traffic traffic;
    private final ForcedCreates forcedCreates;
    private final Door door;
    private final Storefront storefront;
    private final Purchases purchases;
    private final CustomerOrders customerOrders;
    private final Webhooks webhooks;

    /** @param idSalt different for every vendor that is started, so that no two give the same order id */
    public Vendor(VendorRules rules, long idSalt) {
        this.rules = rules;
        PublishedRules published = rules.published();
        chance = new Chance(rules.seed());
        rentals = new Rentals(rules, chance, idSalt);
        traffic = new Traffic(rules.requestsPerMinute());
        forcedCreates = new ForcedCreates(traffic);
        door = new Door(traffic, new Faults(rules.outage(), chance));
        storefront = new Storefront(rentals);
        purchases = new Purchases(rentals, storefront, forcedCreates, published);
        Resends resends = new Resends(rules.arrival(), published.resendMedian(), chance);
        customerOrders = new CustomerOrders(rentals, published, resends, traffic);
        webhooks = new Webhooks(rentals, published, traffic, chance);
    }

    /** Which contract it keeps. */
    public Dialect dialect() {
        return rules.dialect();
    }

    /** The price list of the published contract. */
    public Storefront storefront() {
        return storefront;
    }

    /** Buying by the published contract. */
    public Purchases purchases() {
        return purchases;
    }

    /** Orders by the published contract. */
    public CustomerOrders customerOrders() {
        return customerOrders;
    }

    /** Telling the customer without being asked; only in the published contract. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /**
     * Counts a request, notes it and lets it in or not.
     *
     * @param token null when the request has none
     * @param requestId the {@code x-request-id} that the customer gave
     * @return what goes wrong with it; never a 429, which is refused here
     */
    public Outage.Kind admit(@Nullable String token, ApiCall call, Optional<String> requestId, Duration now) {
        return door.admit(token, call, requestId, now);
    }

    /** How long the answer to a call takes that has been carried out. */
    public Duration latency() {
        return chance.around(rules.latency());
    }

    public long balanceIdr(Duration now) {
        rentals.settle(now);
        return rentals.account().balanceIdr();
    }

    public List<CountryView> countries() {
        return rentals.catalogue().countries().stream()
                .map(country -> new CountryView(country.id(), country.isoCode(), country.name(), country.dialCode()))
                .toList();
    }

    /** The price list of a country, platforms without stock included. */
    public List<Offer> offers(int countryId, Duration now) {
        rentals.settle(now);
        Catalogue catalogue = rentals.catalogue();
        return catalogue.products(catalogue.country(countryId)).stream()
                .map(product ->
                        new Offer(rentals.price(product, now), rentals.stock().available(product)))
                .toList();
    }

    /** Rents a number and charges its price. */
    public Placed create(int countryId, int platformId, CallInfo call, Duration now) {
        rentals.settle(now);
        Product product = rentals.price(rentals.catalogue().product(countryId, platformId), now);
        boolean answered = forcedCreates.pass(product, now) == Answering.TOLD;
        CallInfo noted = new CallInfo(call.requestId(), answered && call.answered());
        OrderFile file = rentals.rent(product, Tier.FIRST, Purchase.single(noted), now);
        return new Placed(OrderView.of(file.order(), now), answered);
    }

    /** One look of the customer. */
    public OrderView look(String orderId, CallInfo call, Duration now) {
        rentals.settle(now);
        OrderFile file = rentals.file(orderId);
        file.noteLook(now, call.answered());
        return OrderView.of(file.order(), now);
    }

    /**
     * Ends a live order and refunds it. An order that is cancelled already stays so and is not refunded again; one that
     * is completed or expired is refused with {@code CONFLICT}. The guide leaves both open.
     */
    public OrderView cancel(String orderId, CallInfo call, Duration now) {
        rentals.settle(now);
        OrderFile file = rentals.file(orderId);
        file.noteCancel(call);
        OrderStatus status = file.order().statusAt(now);
        if (status == OrderStatus.COMPLETED || status == OrderStatus.EXPIRED) {
            throw RefusedException.of(Refusal.CONFLICT, "the order has ended");
        }
        if (status.isLive()) {
            rentals.changeCourse(file, file.order().course().endingAt(now, OrderStatus.CANCELLED), now);
        }
        return OrderView.of(file.order(), now);
    }

    /**
     * A text arrives at a rented number. What the curve had in store for it is forgotten. In the guide it has to hold a
     * code, which completes the order; in the published contract it is one more text.
     *
     * @param to the number, also without {@code +} or with spaces
     * @param text its code is the first group of 4 to 8 digits, also as {@code 123-456}
     */
    public OrderView text(String to, String text, Duration now) {
        rentals.settle(now);
        Optional<Secret> code = CodeInText.find(text);
        Sms sms = new Sms(now, code, new Secret(text));
        PhoneNumbers.normalise(to);
        if (rules.dialect() == Dialect.GUIDE && code.isEmpty()) {
            throw RefusedException.invalid("text", "text: expected a code of 4 to 8 digits in it");
        }
        OrderFile file = rentals.liveByNumber(to);
        file.noteText();
        Course course =
                switch (rules.dialect()) {
                    case GUIDE -> Course.completedBy(sms);
                    case PUBLISHED -> file.order().course().withTextNow(sms);
                };
        rentals.changeCourse(file, course, now);
        return OrderView.of(file.order(), now);
    }

    /** Refuses the next requests of a call, so many of them, whatever they ask for. */
    public void refuseNext(ApiCall call, Refusal refusal, int times) {
        door.refuseNext(call, refusal, times);
    }

    /** From now on orders are refused for so long. */
    public void ban(Duration span, String tier, Duration now) {
        purchases.ban(span, tier, now);
    }

    /** Orders are welcome again. */
    public void liftBan() {
        purchases.liftBan();
    }

    public void deposit(long amountIdr) {
        rentals.account().deposit(amountIdr);
    }

    public void setBalance(long balanceIdr) {
        rentals.account().setBalance(balanceIdr);
    }

    public void setStock(int countryId, int platformId, int availableCount) {
        rentals.stock().set(rentals.catalogue().product(countryId, platformId), availableCount);
    }

    public void setToken(String token, TokenState state) {
        traffic.setToken(token, state);
    }

    /** Starts, replaces or ends an outage. */
    public void setOutage(Outage outage) {
        door.setOutage(outage);
    }

    /** How many requests of each kind were let in since the start; none for a kind that never was. */
    public Map<ApiCall, Long> calls() {
        return door.calls();
    }

    /** The latest requests, up to ten thousand. */
    public List<RequestLog.Entry> requests(ModelClock clock) {
        return door.requests(clock);
    }

    /** The truth at this moment. */
    public Ledger ledger(Duration now, ModelClock clock) {
        rentals.settle(now);
        return new Ledger(
                totals(),
                rentals.all().stream().map(file -> file.entry(now, clock)).toList(),
                rentals.all().stream()
                        .flatMap(file -> file.unansweredCreateRequestId().stream())
                        .toList(),
                purchases.log().entries());
    }

    /** When requests came. */
    public Arrivals arrivals(Duration now) {
        return Arrivals.of(now, traffic.arrivals());
    }

    private Ledger.Totals totals() {
        return new Ledger.Totals(
                rentals.size(),
                rentals.liveSize(),
                rentals.account().chargedIdr(),
                rentals.account().refundedIdr(),
                rentals.account().chargedIdr() - rentals.account().refundedIdr(),
                rentals.account().balanceIdr(),
                traffic.requests(),
                traffic.rateLimited(),
                traffic.overLimit(),
                traffic.largestSlidingMinute(),
                purchases.log().chargedTwice());
    }
}
