package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rented number. Its state is a function of the time and its course, so nothing has to happen on time.
 *
 * @param id opaque
 * @param sequence how many orders were placed before it
 * @param product with the price that was paid
 * @param createdAt model time
 * @param activeAt model time until which it is pending
 * @param expiresAt model time
 */
record Order(
        String id,
        long sequence,
        Product product,
        Tier tier,
        Secret phoneNumber,
        Duration createdAt,
        Duration activeAt,
        Duration expiresAt,
        Course course) {

    OrderStatus statusAt(Duration now) {
        if (now.compareTo(endsAt()) >= 0) {
            return endStatus();
        }
        if (now.compareTo(activeAt) < 0) {
            return OrderStatus.PENDING;
        }
        List<Sms> texts = textsAt(now);
        boolean answered = !texts.isEmpty()
                && course.resendAskedAt()
                        .map(asked -> texts.getLast().at().compareTo(asked) > 0)
                        .orElse(true);
        return answered ? OrderStatus.OTP_RECEIVED : OrderStatus.ACTIVE;
    }

    /** When it stops being live, as things stand. */
    Duration endsAt() {
        return endBeforeExpiry().map(Course.End::at).orElse(expiresAt);
    }

    /** The texts that have arrived, first come first. */
    List<Sms> textsAt(Duration now) {
        Duration end = endsAt();
        return course.texts().stream()
                .filter(text ->
                        text.at().compareTo(now) <= 0 && text.at().compareTo(end) <= 0 && beforeExpiry(text.at()))
                .toList();
    }

    /** Every text that is going to have arrived, as things stand. */
    List<Sms> textsInAll() {
        return textsAt(expiresAt);
    }

    /** The code of the latest text that has one. */
    Optional<Secret> codeAt(Duration now) {
        return textsAt(now).stream().flatMap(text -> text.code().stream()).reduce((earlier, later) -> later);
    }

    /** When the first text with a code arrived. */
    Optional<Duration> codeArrivedAt(Duration now) {
        return textsAt(now).stream()
                .filter(text -> text.code().isPresent())
                .map(Sms::at)
                .findFirst();
    }

    /** Why the vendor ended it, if it did. */
    Optional<String> failedReasonAt(Duration now) {
        return endBeforeExpiry().filter(end -> end.at().compareTo(now) <= 0).flatMap(Course.End::reason);
    }

    Order withCourse(Course other) {
        return new Order(id, sequence, product, tier, phoneNumber, createdAt, activeAt, expiresAt, other);
    }

    /** A text keeps an order from failing, whatever is in it. */
    private OrderStatus endStatus() {
        return endBeforeExpiry()
                .map(Course.End::status)
                .orElseGet(() -> textsInAll().isEmpty() ? OrderStatus.EXPIRED : OrderStatus.COMPLETED);
    }

    private Optional<Course.End> endBeforeExpiry() {
        return course.end().filter(end -> beforeExpiry(end.at()));
    }

    private boolean beforeExpiry(Duration at) {
        return at.compareTo(expiresAt) < 0;
    }
}
