package io.otpstream.app.catalog;

import io.otpstream.app.pipeline.ApiErrorText;
import io.otpstream.app.pipeline.DialectFinder;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue: a request for the countries, one for the platforms in the published dialect, and one for each
 * country. They count against the token's limit without asking the pipelines for a share, so they are few and slow.
 */
public final class CatalogReader {

    /** A pipeline leaves some requests of a minute unused; three a second for a while don't go far beyond. */
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private static final Permit PERMIT = Permit.untimed("catalog");

    private final SmsCodeApi api;
    private final int mostCountries;
    private final DialectFinder.Stop stop;

    /**
     * @param api stays the caller's
     * @param mostCountries how many countries are asked for what they have
     * @param stop waits between requests, unless the process is told to stop
     */
    public CatalogReader(SmsCodeApi api, int mostCountries, DialectFinder.Stop stop) {
        this.api = api;
        this.mostCountries = mostCountries;
        this.stop = stop;
    }

    /**
     * What is on offer.
     *
     * @throws CatalogException when the API doesn't say, or knows none of what is wished for
     */
    public Catalog read(Wish countries, Wish platforms) throws InterruptedException {
        List<Country> wanted = countries.among(answer(api.countries(PERMIT)), CatalogReader::spellings);
        Platforms known = platforms(platforms);
        List<Offer> offers = new ArrayList<>();
        int asked = 0;
        for (Country country : wanted) {
            if (asked == mostCountries || stop.await(BETWEEN)) {
                break;
            }
            asked++;
            answer(api.products(country.id(), PERMIT)).stream()
                    .filter(known::isWanted)
                    .map(product -> new Offer(country, known.of(product), product))
                    .forEach(offers::add);
        }
        offers.sort(Offer.BY_PRICE);
        return new Catalog(offers, wanted.subList(asked, wanted.size()));
    }

    private record Platforms(Map<Integer, Platform> byId, IntPredicate wanted) {

        boolean isWanted(Product product) {
            return wanted.test(product.platformId());
        }

        Platform of(Product product) {
            return byId.getOrDefault(product.platformId(), new Platform(product.platformId(), null, null));
        }
    }

    private Platforms platforms(Wish wish) {
        return switch (api) {
            case GuideApi guide -> {
                wish.firstName().ifPresent(name -> {
                    throw new CatalogException(
                            wish.option() + ": expected an id, for the guide's dialect has no names of platforms");
                });
                yield new Platforms(
                        Map.of(), id -> wish.words().isEmpty() || wish.words().contains(Integer.toString(id)));
            }
            case PublishedApi published -> {
                List<Platform> all = answer(published.platforms(PERMIT));
                Map<Integer, Platform> wanted = byId(wish.among(all, CatalogReader::spellings));
                yield new Platforms(byId(all), id -> wish.words().isEmpty() || wanted.containsKey(id));
            }
        };
    }

    private static Map<Integer, Platform> byId(List<Platform> platforms) {
        return platforms.stream().collect(Collectors.toMap(Platform::id, Function.identity(), (first, again) -> first));
    }

    private static List<String> spellings(Country country) {
        return spellings(country.id(), country.isoCode(), country.name());
    }

    private static List<String> spellings(Platform platform) {
        return spellings(platform.id(), platform.code(), platform.name());
    }

    private static List<String> spellings(int id, @Nullable String code, @Nullable String name) {
        List<String> spellings = new ArrayList<>(List.of(Integer.toString(id)));
        if (code != null) {
            spellings.add(code);
        }
        if (name != null) {
            spellings.add(name);
        }
        return spellings;
    }

    private static <T> T answer(CompletionStage<ApiResult<T>> call) {
        return switch (call.toCompletableFuture().join()) {
            case ApiResult.Success<T>(T value) -> value;
            case ApiResult.Failure<T>(ApiError error) ->
                throw new CatalogException("the API: " + ApiErrorText.explain(error));
        };
    }
}
