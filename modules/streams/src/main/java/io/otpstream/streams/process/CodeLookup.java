package io.otpstream.streams.process;

import io.otpstream.domain.api.Operator;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.calls.Resolved;
import io.otpstream.streams.store.VerificationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in the catalogue what waiting requests call by codes. Belongs to the task's thread. */
final class CodeLookup {

    private static final Duration CATALOGUE_GLANCE = Duration.ofMillis(100);

    private final Catalogue catalogue;
    private final VerificationStore store;
    private final Verifications verifications;

    CodeLookup(Catalogue catalogue, VerificationStore store, Verifications verifications) {
        this.catalogue = catalogue;
        this.store = store;
        this.verifications = verifications;
    }

    /**
     * Looks up what a waiting request calls by codes, unless that has happened.
     *
     * @return whether the request has ids now; otherwise it waits for the catalogue, or has come to its end
     */
    boolean giveIds(String requestId, Instant now) {
        State.Waiting waiting = (State.Waiting) store.get(requestId);
        return switch (waiting.history().request().wanted()) {
            case Wanted.Ids ids -> true;
            case Wanted.Codes codes -> {
                Optional<Event> found = lookUp(codes);
                found.ifPresentOrElse(
                        event -> verifications.happened(requestId, event, now),
                        () -> store.postpone(requestId, now.plus(CATALOGUE_GLANCE)));
                yield found.filter(Event.Resolved.class::isInstance).isPresent();
            }
        };
    }

    /** {@link Event.Resolved} or {@link Event.Unresolvable}; empty while the catalogue is being fetched. */
    private Optional<Event> lookUp(Wanted.Codes codes) {
        return switch (catalogue.resolve(codes.platform(), codes.countries())) {
            case Resolved.Fetching fetching -> Optional.empty();
            case Resolved.Unknown unknown ->
                Optional.of(new Event.Unresolvable(field(unknown.what()), unknown.reason()));
            case Resolved.Found found -> {
                String operator = codes.operator();
                yield operator == null ? Optional.of(resolved(found, null)) : lookUpOperator(found, operator);
            }
        };
    }

    /** Operators are those of one country: the contract lets who names one name one country only. */
    private Optional<Event> lookUpOperator(Resolved.Found found, String named) {
        return catalogue
                .operators(found.countryIds().getFirst(), found.platformId())
                .map(operators -> pick(found, operators, named));
    }

    private static Event pick(Resolved.Found found, List<Operator> operators, String named) {
        return operators.stream()
                .filter(operator -> isMeant(operator, named))
                .findFirst()
                .<Event>map(operator -> resolved(found, operator))
                .orElseGet(() -> new Event.Unresolvable(
                        "operator",
                        operators.isEmpty()
                                ? "operator must be absent: the API tells of no operators there."
                                : "operator must be one of those that the API tells of there."));
    }

    private static boolean isMeant(Operator operator, String named) {
        return named.equalsIgnoreCase(operator.code()) || named.equals(String.valueOf(operator.id()));
    }

    private static Event.Resolved resolved(Resolved.Found found, @Nullable Operator operator) {
        return new Event.Resolved(
                new Wanted.Ids(found.platformId(), found.countryIds(), operator == null ? null : operator.id()));
    }

    private static String field(Resolved.What what) {
        return switch (what) {
            case PLATFORM -> "platform";
            case COUNTRY -> "countries";
        };
    }
}
