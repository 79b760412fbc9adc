package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to an order before it expires, as far as it is decided: what has happened and what is going to. Times are
 * model time.
 *
 * @param texts in the order in which they arrive
 * @param end empty: the order expires
 * @param resendAskedAt when the customer last asked for another text
 */
record Course(List<Sms> texts, Optional<End> end, Optional<Duration> resendAskedAt) {

    /**
     * How an order ends other than by expiry.
     *
     * @param reason why the vendor ended it; empty when the customer did
     */
    record End(Duration at, OrderStatus status, Optional<String> reason) {}

    Course {
        texts = texts.stream().sorted(Comparator.comparing(Sms::at)).toList();
    }

    /** These texts and no more. */
    static Course of(Sms... texts) {
        return new Course(List.of(texts), Optional.empty(), Optional.empty());
    }

    /** The code is all that was wanted: with it the order is completed. */
    static Course completedBy(Sms text) {
        return of(text).endingAt(text.at(), OrderStatus.COMPLETED);
    }

    /** The vendor itself cancels the order. */
    static Course cancelledByVendor(Duration at) {
        End end = new End(at, OrderStatus.CANCELLED, Optional.of("canceled by the provider"));
        return new Course(List.of(), Optional.of(end), Optional.empty());
    }

    Course endingAt(Duration at, OrderStatus status) {
        return new Course(texts, Optional.of(new End(at, status, Optional.empty())), resendAskedAt);
    }

    /** The texts up to now, then this one; what was to come otherwise doesn't, the vendor's own cancel included. */
    Course withTextNow(Sms text) {
        Stream<Sms> before = texts.stream().filter(earlier -> earlier.at().compareTo(text.at()) <= 0);
        return new Course(Stream.concat(before, Stream.of(text)).toList(), Optional.empty(), resendAskedAt);
    }

    /** The customer asks for another text, which comes or doesn't. */
    Course resentAt(Duration now, Optional<Sms> another) {
        return new Course(Stream.concat(texts.stream(), another.stream()).toList(), end, Optional.of(now));
    }
}
