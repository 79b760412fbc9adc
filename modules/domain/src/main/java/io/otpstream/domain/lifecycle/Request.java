package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants, validated.
 *
 * @param wanted what is to be ordered, where
 * @param maxPriceIdr most that one order may cost, whole rupiah; null = any price
 * @param timeout how long to wait for the code of an order, from its placing on
 * @param maxAttempts how many orders may be placed, in-doubt tries not counted
 * @param requestedAt timestamp of the request's record
 * @param startBefore no order is created at or after this instant
 * @param tenant null where the user named none
 * @param announcesText whether the user says of every number that it uses that a text was requested
 * @param routing which of the providers of a product is taken, where the API has a choice
 * @param hold how long the order is kept after its code, so that another text can be asked for; zero to let it go
 */
public record Request(
        Wanted wanted,
        @Nullable Long maxPriceIdr,
        Duration timeout,
        int maxAttempts,
        Instant requestedAt,
        Instant startBefore,
        Priority priority,
        @Nullable String tenant,
        List<String> labels,
        CountryChoice choice,
        boolean announcesText,
        RoutingPolicy routing,
        Duration hold) {

    /** A request by ids that takes any operator, leaves the routing to the API and lets the order go. */
    public Request(
            int platformId,
            List<Integer> countryIds,
            @Nullable Long maxPriceIdr,
            Duration timeout,
            int maxAttempts,
            Instant requestedAt,
            Instant startBefore,
            Priority priority,
            @Nullable String tenant,
            List<String> labels,
            CountryChoice choice,
            boolean announcesText) {
        this(
                new Wanted.Ids(platformId, countryIds, null),
                maxPriceIdr,
                timeout,
                maxAttempts,
                requestedAt,
                startBefore,
                priority,
                tenant,
                labels,
                choice,
                announcesText,
                RoutingPolicy.CHEAPEST,
                Duration.ZERO);
    }

    public Request {
        labels = List.copyOf(labels);
    }

    /**
     * What is wanted as the API knows it. Every request that has had an order has it.
     *
     * @throws IllegalStateException while codes have not been looked up
     */
    public Wanted.Ids ids() {
        return switch (wanted) {
            case Wanted.Ids ids -> ids;
            case Wanted.Codes codes -> throw new IllegalStateException("the request's codes have not been looked up");
        };
    }

    /** {@link #ids} for short. */
    public int platformId() {
        return ids().platformId();
    }

    /** {@link #ids} for short. */
    public List<Integer> countryIds() {
        return ids().countryIds();
    }

    /** The same once its codes have been looked up. */
    Request resolved(Wanted.Ids found) {
        return new Request(
                found,
                maxPriceIdr,
                timeout,
                maxAttempts,
                requestedAt,
                startBefore,
                priority,
                tenant,
                labels,
                choice,
                announcesText,
                routing,
                hold);
    }
}
