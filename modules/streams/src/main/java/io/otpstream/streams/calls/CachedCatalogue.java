package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.domain.time.ApiTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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
    private final Map<Range, Shelf> shelves = new HashMap<>();
    private final Map<Market, Cached<List<Operator>>> operators = new HashMap<>();
    private final Dialect dialect;
    private final CachedNames names;

    /**
     * What the API lists at once.
     *
     * @param operatorId null for what any operator may serve
     */
    private record Range(int countryId, @Nullable Integer operatorId) {}

    private record Market(int countryId, int platformId) {}

    /** What is known of one range; {@code products} by platform, null while they are being fetched. */
    private record Shelf(@Nullable Map<Integer, Product> products, Instant until) {}

    /**
     * Empty at first.
     *
     * @param ttl how long rows are believed
     * @param speed how much faster than real the world runs
     */
    CachedCatalogue(ControlCalls calls, Dialect dialect, Duration ttl, double speed, InstantSource clock) {
        this.calls = calls;
        this.dialect = dialect;
        this.ttl = ttl;
        this.retry = ApiTime.toReal(RETRY, speed);
        this.clock = clock;
        this.names = new CachedNames(calls, dialect, ttl, retry, clock);
    }

    @Override
    public synchronized Optional<List<Offer>> offers(Wanted.Ids wanted) {
        List<Offer> offers = new ArrayList<>();
        boolean complete = true;
        for (int countryId : wanted.countryIds()) {
            Map<Integer, Product> products = products(new Range(countryId, wanted.operatorId()));
            complete &= products != null;
            Product product = products == null ? null : products.get(wanted.platformId());
            if (product != null) {
                offers.add(offer(product, wanted.operatorId()));
            }
        }
        return complete ? Optional.of(offers) : Optional.empty();
    }

    private static Offer offer(Product row, @Nullable Integer operatorId) {
        return new Offer(
                row.countryId(), row.priceIdr(), row.availableCount(), row.catalogProductId(), operatorId, false);
    }

    @Override
    public Resolved resolve(String platform, List<String> countries) {
        return names.resolve(platform, countries);
    }

    @Override
    public synchronized Optional<List<Operator>> operators(int countryId, int platformId) {
        return switch (dialect) {
            case GUIDE -> Optional.of(List.of());
            case PUBLISHED -> {
                Market market = new Market(countryId, platformId);
                Cached<List<Operator>> known = operators.computeIfAbsent(market, key -> new Cached<>(retry));
                fetchIfOld(market, known);
                yield known.value();
            }
        };
    }

    private void fetchIfOld(Market market, Cached<List<Operator>> known) {
        Instant now = clock.instant();
        if (known.isOlderThan(now.minus(ttl)) && known.take(now)) {
            calls.control(api -> operatorsOf(api, market)).thenAccept(result -> operatorsCame(known, result));
        }
    }

    private static CompletionStage<ApiResult<List<Operator>>> operatorsOf(SmsCodeApi api, Market market) {
        String callId = "catalog/operators/" + market.countryId() + "/" + market.platformId();
        return switch (api) {
            case PublishedApi published ->
                published.operators(market.countryId(), market.platformId(), Permit.untimed(callId));
            case GuideApi guide -> throw new IllegalStateException("the guide's dialect has no such call");
        };
    }

    private synchronized void operatorsCame(Cached<List<Operator>> known, ApiResult<List<Operator>> result) {
        Instant now = clock.instant();
        switch (result) {
            case ApiResult.Success<List<Operator>>(List<Operator> rows) -> known.came(rows, now);
            case ApiResult.Failure<List<Operator>>(ApiError error) -> {
                if (isFinal(error)) {
                    known.came(List.of(), now);
                } else {
                    known.failed(now);
                }
            }
        }
    }

    @Override
    public @Nullable String isoCode(int countryId) {
        return names.knownCountries().stream()
                .filter(country -> country.id() == countryId)
                .findFirst()
                .map(Country::isoCode)
                .orElse(null);
    }

    @Override
    public List<Country> countries() {
        names.askForCountries();
        return names.knownCountries().stream()
                .sorted(Comparator.comparingInt(Country::id))
                .toList();
    }

    private @Nullable Map<Integer, Product> products(Range range) {
        Shelf shelf = shelves.get(range);
        if (shelf == null || !clock.instant().isBefore(shelf.until())) {
            // Instant.MAX: until the answer is here.
            shelf = new Shelf(null, Instant.MAX);
            shelves.put(range, shelf);
            fetch(range);
        }
        return shelf.products();
    }

    private void fetch(Range range) {
        names.askForCountries();
        calls.control(api -> productsOf(api, range)).thenAccept(result -> productsCame(range, result));
    }

    private static CompletionStage<ApiResult<List<Product>>> productsOf(SmsCodeApi api, Range range) {
        int countryId = range.countryId();
        Integer operatorId = range.operatorId();
        String callId = "catalog/products/" + countryId;
        if (operatorId == null) {
            return api.products(countryId, Permit.untimed(callId));
        }
        return switch (api) {
            case PublishedApi published ->
                published.products(countryId, operatorId, Permit.untimed(callId + "/" + operatorId));
            case GuideApi guide -> throw new IllegalStateException("the guide's dialect has no operators");
        };
    }

    private synchronized void productsCame(Range range, ApiResult<List<Product>> result) {
        Instant now = clock.instant();
        shelves.put(
                range,
                switch (result) {
                    case ApiResult.Success<List<Product>>(List<Product> rows) ->
                        new Shelf(cheapest(range.countryId(), rows), now.plus(ttl));
                    case ApiResult.Failure<List<Product>>(ApiError error) ->
                        isFinal(error) ? new Shelf(Map.of(), now.plus(ttl)) : new Shelf(null, now.plus(retry));
                });
    }

    private Map<Integer, Product> cheapest(int countryId, List<Product> rows) {
        Map<Integer, Product> byPlatform = new HashMap<>();
        for (Product row : rows) {
            if (row.countryId() == countryId && row.availableCount() > 0 && canBeNamed(row)) {
                byPlatform.merge(row.platformId(), row, (a, b) -> a.priceIdr() <= b.priceIdr() ? a : b);
            }
        }
        return byPlatform;
    }

    /** Whether a create can name it. */
    private boolean canBeNamed(Product row) {
        return switch (dialect) {
            case GUIDE -> true;
            case PUBLISHED -> row.catalogProductId() != null;
        };
    }

    private static boolean isFinal(ApiError error) {
        return error instanceof ApiError.InvalidParameters
                || error instanceof ApiError.OtherRejection
                || error instanceof ApiError.ProductUnavailable
                || error instanceof ApiError.OrderNotFound;
    }
}
