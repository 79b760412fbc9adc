package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.streams.calls.Resolved.What;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What countries and platforms are called. Names hardly change, so they are fetched once, and again only when a name isn't
 * known. Safe for use by several threads.
 */
final class CachedNames {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final ControlCalls calls;
    private final Dialect dialect;
    private final Duration ttl;
    private final InstantSource clock;
    private final Cached<List<Country>> countries;
    private final Cached<List<Platform>> platforms;

    /**
     * Knows none at first.
     *
     * @param ttl how long it is believed that there is no such name
     * @param retry after a failure
     */
    CachedNames(ControlCalls calls, Dialect dialect, Duration ttl, Duration retry, InstantSource clock) {
        this.calls = calls;
        this.dialect = dialect;
        this.ttl = ttl;
        this.clock = clock;
        this.countries = new Cached<>(retry);
        this.platforms = new Cached<>(retry);
    }

    /** The countries that are known. */
    synchronized List<Country> knownCountries() {
        return countries.value().orElse(List.of());
    }

    /** Asks for the countries unless they are known. */
    synchronized void askForCountries() {
        if (countries.value().isEmpty()) {
            fetchCountries();
        }
    }

    private void fetchCountries() {
        fetch(countries, api -> api.countries(Permit.untimed("catalog/countries")));
    }

    private void fetchPlatforms() {
        fetch(platforms, api -> api.published().platforms(Permit.untimed("catalog/services")));
    }

    private <T> void fetch(Cached<T> cached, Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
        if (cached.take(clock.instant())) {
            calls.control(call).thenAccept(result -> came(cached, result));
        }
    }

    private synchronized <T> void came(Cached<T> cached, ApiResult<T> result) {
        switch (result) {
            case ApiResult.Success<T>(T value) -> cached.came(value, clock.instant());
            case ApiResult.Failure<T> failure -> cached.failed(clock.instant());
        }
    }

    /** As {@link Catalogue#resolve}. */
    synchronized Resolved resolve(String platform, List<String> countryNames) {
        Match platformId = platform(platform);
        Set<Integer> countryIds = new LinkedHashSet<>();
        boolean fetching = false;
        for (String name : countryNames) {
            switch (country(name)) {
                case Match.Is(int id) -> countryIds.add(id);
                case Match.NotYet notYet -> fetching = true;
                case Match.No(String reason) -> {
                    return new Resolved.Unknown(What.COUNTRY, name, reason);
                }
            }
        }
        return switch (platformId) {
            case Match.No(String reason) -> new Resolved.Unknown(What.PLATFORM, platform, reason);
            case Match.NotYet notYet -> new Resolved.Fetching();
            case Match.Is(int id) ->
                fetching ? new Resolved.Fetching() : new Resolved.Found(id, List.copyOf(countryIds));
        };
    }

    /** What a name is the name of. */
    private sealed interface Match {

        record Is(int id) implements Match {}

        record NotYet() implements Match {}

        record No(String reason) implements Match {}
    }

    private Match platform(String name) {
        if (DIGITS.matcher(name).matches()) {
            return id(name);
        }
        return switch (dialect) {
            case GUIDE -> new Match.No("The guide's API has no names for platforms: give the platform's id.");
            case PUBLISHED ->
                match(
                        platforms,
                        each -> isCalled(name, each.code()) || isCalled(name, each.name()),
                        Platform::id,
                        this::fetchPlatforms,
                        "The API lists no platform of this code or name.");
        };
    }

    private Match country(String name) {
        return DIGITS.matcher(name).matches()
                ? id(name)
                : match(
                        countries,
                        each -> isCalled(name, each.isoCode()),
                        Country::id,
                        this::fetchCountries,
                        "The API lists no country of this code.");
    }

    private <T> Match match(
            Cached<List<T>> cached, Predicate<T> isCalled, ToIntFunction<T> id, Runnable fetch, String reason) {
        Instant oldest = clock.instant().minus(ttl);
        Optional<Integer> known = find(cached, isCalled, id);
        if (known.isEmpty() && cached.isOlderThan(oldest)) {
            fetch.run();
            // Where nothing waits for permits the answer is here already.
            known = find(cached, isCalled, id);
        }
        if (known.isPresent()) {
            return new Match.Is(known.get());
        }
        return cached.isOlderThan(oldest) ? new Match.NotYet() : new Match.No(reason);
    }

    private static <T> Optional<Integer> find(Cached<List<T>> cached, Predicate<T> isCalled, ToIntFunction<T> id) {
        return cached.value().orElse(List.of()).stream()
                .filter(isCalled)
                .map(id::applyAsInt)
                .findFirst();
    }

    private static boolean isCalled(String name, @Nullable String called) {
        return name.equalsIgnoreCase(called);
    }

    private static Match id(String digits) {
        try {
            return new Match.Is(Integer.parseInt(digits));
        } catch (NumberFormatException tooLarge) {
            return new Match.No("No id is as large as that.");
        }
    }
}
