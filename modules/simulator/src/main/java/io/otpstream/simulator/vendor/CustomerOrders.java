package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a customer does with orders by the published contract. */
public final class CustomerOrders {

    private static final Comparator<OrderFile> NEWEST_FIRST = Comparator.comparingLong(
                    (OrderFile file) -> file.order().sequence())
            .reversed();

    private final Rentals rentals;
    private final PublishedRules rules;
    private final Resends resends;
    private final CancelCap cancelCap;
    private final Traffic traffic;

    CustomerOrders(Rentals rentals, PublishedRules rules, Resends resends, Traffic traffic) {
        this.rentals = rentals;
        this.rules = rules;
        this.resends = resends;
        this.traffic = traffic;
        cancelCap = new CancelCap(rules.cancelsPerDay());
    }

    /** All orders whose numbers are rented, newest first. */
    public List<OrderDetails> active(CallInfo call, Duration now) {
        rentals.settle(now);
        return shown(rentals.live().stream().sorted(NEWEST_FIRST), call, now);
    }

    /**
     * A page of all orders ever placed, newest first.
     *
     * @param status empty for any
     */
    public List<OrderDetails> list(Optional<OrderStatus> status, int limit, int offset, CallInfo call, Duration now) {
        rentals.settle(now);
        Stream<OrderFile> page = rentals.newestFirst().stream()
                .filter(file -> status.map(file.order().statusAt(now)::equals).orElse(true))
                .skip(offset)
                .limit(limit);
        return shown(page, call, now);
    }

    /** One look of the customer. */
    public OrderDetails look(String orderId, CallInfo call, Duration now) {
        rentals.settle(now);
        OrderFile file = rentals.file(orderId);
        file.noteLook(now, call.answered());
        return details(file, now);
    }

    /**
     * What a cancel did.
     *
     * @param refundIdr whole rupiah
     * @param balanceIdr whole rupiah, afterwards
     */
    public record Cancelled(OrderDetails order, long refundIdr, long balanceIdr) {}

    /** Ends an order that is old enough and has never got a text, and gives the money back. */
    public Cancelled cancel(String orderId, CallInfo call, Duration now) {
        rentals.settle(now);
        OrderFile file = rentals.file(orderId);
        file.noteCancel(call);
        Order order = file.order();
        Duration allowedAt = Capabilities.of(order, now, rules)
                .cancelAvailableAt()
                .orElseThrow(() -> RefusedException.of(Refusal.CONFLICT, "the order has ended or got a text"));
        if (now.compareTo(allowedAt) < 0) {
            long seconds = allowedAt.minus(now).plusNanos(999_999_999).toSeconds();
            throw RefusedException.of(Refusal.CANCEL_TOO_EARLY, "the order can be canceled in " + seconds + " seconds");
        }
        cancelCap.waitFor(now).ifPresent(wait -> {
            throw traffic.rateLimited(Optional.of(new RetryAfter(wait, RetryAfter.Form.SECONDS)));
        });
        cancelCap.note(now);
        rentals.changeCourse(file, order.course().endingAt(now, OrderStatus.CANCELLED), now);
        return new Cancelled(
                details(file, now),
                order.product().priceIdr(),
                rentals.account().balanceIdr());
    }

    /** Ends an order that has got a text. */
    public OrderDetails finish(String orderId, Duration now) {
        rentals.settle(now);
        OrderFile file = rentals.file(orderId);
        if (!Capabilities.of(file.order(), now, rules).canFinish()) {
            throw RefusedException.of(Refusal.CONFLICT, "the order has ended or got no text");
        }
        rentals.changeCourse(file, file.order().course().endingAt(now, OrderStatus.COMPLETED), now);
        return details(file, now);
    }

    /** Asks for another text to a number that has got one. */
    public OrderDetails resend(String orderId, Duration now) {
        rentals.settle(now);
        OrderFile file = rentals.file(orderId);
        if (!Capabilities.of(file.order(), now, rules).canResend()) {
            throw RefusedException.of(Refusal.CONFLICT, "the order has ended, got no text, or has to wait for another");
        }
        Optional<Sms> another = resends.draw(file.order(), file.resends(), now);
        file.noteResend();
        rentals.changeCourse(file, file.order().course().resentAt(now, another), now);
        return details(file, now);
    }

    private OrderDetails details(OrderFile file, Duration now) {
        return OrderDetails.of(file.order(), now, rules);
    }

    private List<OrderDetails> shown(Stream<OrderFile> files, CallInfo call, Duration now) {
        return files.map(file -> {
                    file.noteShown(now, call.answered());
                    return details(file, now);
                })
                .toList();
    }
}
