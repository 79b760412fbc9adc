package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
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
import java.util.function.Function;
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
    /** By what was asked for; products by platform. */
    private final Map<Range, Cached<Map<Integer, Product>>> products = new HashMap<>();

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
            Map<Integer, Product> known = products(new Range(countryId, wanted.operatorId()));
            complete &= known != null;
            Product product = known == null ? null : known.get(wanted.platformId());
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
            calls.control(api -> operatorsOf(api, market))
                    .thenAccept(result -> came(known, result, rows -> rows, List.of()));
        }
    }

    private static CompletionStage<ApiResult<List<Operator>>> operatorsOf(SmsCodeApi api, Market market) {
        String callId = "catalog/operators/" + market.countryId() + "/" + market.platformId();
        return api.published().operators(market.countryId(), market.platformId(), Permit.untimed(callId));
    }

    private synchronized <R, T> void came(Cached<T> known, ApiResult<R> result, Function<R, T> kept, T none) {
        Instant now = clock.instant();
        switch (result) {
            case ApiResult.Success<R>(R rows) -> known.came(kept.apply(rows), now);
            case ApiResult.Failure<R>(ApiError error) -> {
                if (isFinal(error)) {
                    known.came(none, now);
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
        Cached<Map<Integer, Product>> known = products.computeIfAbsent(range, key -> new Cached<>(retry));
        Instant now = clock.instant();
        // Old prices are worse than none: who buys by them waits for the new ones.
        if (known.isNewerThan(now.minus(ttl))) {
            return known.value().orElse(null);
        }
        if (known.take(now)) {
            names.askForCountries();
            calls.control(api -> productsOf(api, range))
                    .thenAccept(result -> came(known, result, rows -> cheapest(range.countryId(), rows), Map.of()));
        }
        return null;
    }

    private static CompletionStage<ApiResult<List<Product>>> productsOf(SmsCodeApi api, Range range) {
        int countryId = range.countryId();
        Integer operatorId = range.operatorId();
        String callId = "catalog/products/" + countryId;
        return operatorId == null
                ? api.products(countryId, Permit.untimed(callId))
                : api.published().products(countryId, operatorId, Permit.untimed(callId + "/" + operatorId));
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
