package io.otpstream.junit;

import io.otpstream.client.RentedNumber;
import io.otpstream.client.Verification;
import io.otpstream.client.VerificationFailedException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request of a test, with what the test said about it. */
record Request(Verification verification, PhoneVerification wanted) {

    private static final Logger LOG = LoggerFactory.getLogger(Request.class);

    /** How it stands with a request. */
    enum State {
        OVER,
        WITHDRAWN,
        OPEN;

        private String word() {
            return switch (this) {
                case OVER -> "over";
                case WITHDRAWN -> "withdrawn";
                case OPEN -> "still open";
            };
        }
    }

    State state() {
        return verification.isSettled() ? State.OVER : State.OPEN;
    }

    /** Withdraws it if it is open. If that fails, the next request must still have its turn, so nothing is thrown. */
    State end() {
        if (verification.isSettled()) {
            return State.OVER;
        }
        try {
            verification.withdraw();
            return State.WITHDRAWN;
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("request {} could not be withdrawn: its number stays rented until the time-out", id(), e);
            return State.OPEN;
        }
    }

    /** Whether it failed so, for reasons outside the tested product, and is not to count as a failure then. */
    boolean isAbortedBy(VerificationFailedException failed) {
        return wanted.onOutage() == OnOutage.ABORT && id().equals(failed.requestId()) && isOutage(failed);
    }

    private static boolean isOutage(VerificationFailedException failed) {
        return switch (failed.reason().suspect()) {
            case NUMBERS, SERVICE -> true;
            case PRODUCT, CALLER -> false;
        };
    }

    /** For the report, without number and code. */
    String description(State state) {
        return "request " + id() + " for platform " + wanted.platform() + " in " + countries() + ": "
                + number().map(Request::rental).orElse("no number") + ", " + state.word();
    }

    /** The same for programs that read reports. */
    Map<String, String> reportEntry(State state) {
        return Map.of(
                "otpstream.request", id(),
                "otpstream.countries", countries(),
                "otpstream.cost.idr", number().map(Request::price).orElse("0"),
                "otpstream.state", state.word());
    }

    private static String rental(RentedNumber number) {
        return "a number of country " + number.countryId() + " for " + price(number) + " IDR before refunds";
    }

    private static String price(RentedNumber number) {
        return number.priceIdr() == null ? "unknown" : number.priceIdr().toString();
    }

    private String id() {
        return verification.id();
    }

    private String countries() {
        return String.join(", ", wanted.countries());
    }

    private Optional<RentedNumber> number() {
        CompletableFuture<RentedNumber> number = verification.number();
        return number.isDone() && !number.isCompletedExceptionally() ? Optional.of(number.join()) : Optional.empty();
    }
}
