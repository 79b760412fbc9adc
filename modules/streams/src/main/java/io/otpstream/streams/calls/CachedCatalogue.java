package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.lifecycle.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue, fetched country by country when somebody asks and believed for a while: the guide says 60–300 s.
 *
 * <p>What the API refuses to list (an unknown country) counts as empty; what fails is asked for again.
 */
final class CachedCatalogue implements Catalogue {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ControlCalls calls;
    private final Duration ttl;
    private final Duration retry;
    private final InstantSource clock;
    private final Map<Integer, Shelf> shelves = new HashMap<>();
    private Map<Integer, Country> countries = Map.of();
    private boolean askedForCountries;

    /** What is known of one country; {@code products} by platform, null while they are being fetched. */
    private record Shelf(@Nullable Map<Integer, Product> products, Instant until) {}

    /**
     * Empty at first.
     *
     * @param ttl how long rows are believed
     * @param speed how much faster than real the world runs
     */
    CachedCatalogue(ControlCalls calls, Duration ttl, double speed, InstantSource clock) {
        this.calls = calls;
        this.ttl = ttl;
        this.retry = Duration.ofNanos((long) (RETRY.toNanos() / speed));
        this.clock = clock;
    }

    @Override
    public synchronized Optional<List<Offer>> offers(int platformId, List<Integer> countryIds) {
        List<Offer> offers = new ArrayList<>();
        boolean complete = true;
        for (int countryId : countryIds) {
            Map<Integer, Product> products = products(countryId);
            complete &= products != null;
            Product product = products == null ? null : products.get(platformId);
            if (product != null) {
                offers.add(new Offer(countryId, product.priceIdr(), product.availableCount()));
            }
        }
        return complete ? Optional.of(offers) : Optional.empty();
    }

    @Override
    public synchronized @Nullable String isoCode(int countryId) {
        Country country = countries.get(countryId);
        return country == null ? null : country.isoCode();
    }

    @Override
    public synchronized List<Country> countries() {
        askForCountries();
        return List.copyOf(countries.values());
    }

    private @Nullable Map<Integer, Product> products(int countryId) {
        Shelf shelf = shelves.get(countryId);
        if (shelf == null || !clock.instant().isBefore(shelf.until())) {
            // Instant.MAX: until the answer is here.
            shelf = new Shelf(null, Instant.MAX);
            shelves.put(countryId, shelf);
            fetch(countryId);
        }
        return shelf.products();
    }

    private void fetch(int countryId) {
        askForCountries();
        calls.control(api -> api.products(countryId, Permit.untimed("catalog/products/" + countryId)))
                .thenAccept(result -> productsCame(countryId, result));
    }

    private void askForCountries() {
        if (!askedForCountries) {
            askedForCountries = true;
            calls.control(api -> api.countries(Permit.untimed("catalog/countries")))
                    .thenAccept(this::countriesCame);
        }
    }

    private synchronized void productsCame(int countryId, ApiResult<List<Product>> result) {
        Instant now = clock.instant();
        shelves.put(
                countryId,
                switch (result) {
                    case ApiResult.Success<List<Product>>(List<Product> rows) ->
                        new Shelf(cheapest(countryId, rows), now.plus(ttl));
                    case ApiResult.Failure<List<Product>>(ApiError error) ->
                        isFinal(error) ? new Shelf(Map.of(), now.plus(ttl)) : new Shelf(null, now.plus(retry));
                });
    }

    private static Map<Integer, Product> cheapest(int countryId, List<Product> rows) {
        Map<Integer, Product> byPlatform = new HashMap<>();
        for (Product row : rows) {
            if (row.countryId() == countryId && row.availableCount() > 0) {
                byPlatform.merge(row.platformId(), row, (a, b) -> a.priceIdr() <= b.priceIdr() ? a : b);
            }
        }
        return byPlatform;
    }

    private static boolean isFinal(ApiError error) {
        return error instanceof ApiError.InvalidParameters
                || error instanceof ApiError.OtherRejection
                || error instanceof ApiError.ProductUnavailable
                || error instanceof ApiError.OrderNotFound;
    }

    private synchronized void countriesCame(ApiResult<List<Country>> result) {
        switch (result) {
            case ApiResult.Success<List<Country>>(List<Country> rows) -> {
                Map<Integer, Country> byId = new TreeMap<>();
                rows.forEach(country -> byId.put(country.id(), country));
                countries = byId;
            }
            // Only a name is missing then; the next one who asks tries again.
            case ApiResult.Failure<List<Country>> failure -> askedForCountries = false;
        }
    }
}
