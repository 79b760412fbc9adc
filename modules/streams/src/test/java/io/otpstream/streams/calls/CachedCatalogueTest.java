package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachedCatalogueTest {

    private static final int WHATSAPP = 1;
    private static final int TELEGRAM = 2;
    private static final int INDONESIA = 6;
    private static final int MALAYSIA = 7;
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final FakeSmsCodeApi api = new FakeSmsCodeApi();
    private final CachedCatalogue catalogue = new CachedCatalogue(new Direct(), Dialect.GUIDE, TTL, 1, () -> this.now);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void answersComeLate() {
        api.products.holdBack();
    }

    @Test
    void manyWhoAskAtOnceCauseOneFetch() {
        assertThat(whatsapp(INDONESIA)).isEmpty();
        assertThat(whatsapp(INDONESIA)).isEmpty();
        assertThat(catalogue.offers(new Wanted.Ids(TELEGRAM, List.of(INDONESIA), null)))
                .isEmpty();
        assertThat(api.callIds()).containsExactly("catalog/countries", "catalog/products/6");

        api.products.answer(List.of(row(INDONESIA, WHATSAPP, 3_500, 9), row(INDONESIA, TELEGRAM, 2_000, 4)));

        assertThat(whatsapp(INDONESIA)).hasValue(List.of(new Offer(INDONESIA, 3_500, 9)));
        assertThat(catalogue.offers(new Wanted.Ids(TELEGRAM, List.of(INDONESIA), null)))
                .hasValue(List.of(new Offer(INDONESIA, 2_000, 4)));
        assertThat(api.callIds()).hasSize(2);
    }

    @Test
    void countriesAreFetchedOneByOneAndOfferedTogether() {
        assertThat(whatsapp(INDONESIA, MALAYSIA)).isEmpty();
        api.products.answer(List.of(row(INDONESIA, WHATSAPP, 3_500, 9)));
        assertThat(whatsapp(INDONESIA, MALAYSIA)).as("one is missing").isEmpty();
        api.products.answer(List.of(row(MALAYSIA, WHATSAPP, 9_000, 2)));
        assertThat(whatsapp(MALAYSIA, INDONESIA))
                .hasValue(List.of(new Offer(MALAYSIA, 9_000, 2), new Offer(INDONESIA, 3_500, 9)));
        assertThat(api.callIds()).containsExactly("catalog/countries", "catalog/products/6", "catalog/products/7");
    }

    @Test
    void rowsAreBelievedForAWhile() {
        fetch(row(INDONESIA, WHATSAPP, 3_500, 9));
        now = now.plus(TTL).minusNanos(1);
        assertThat(whatsapp(INDONESIA)).isPresent();
        assertThat(api.callIds()).hasSize(2);

        now = now.plusNanos(1);
        assertThat(whatsapp(INDONESIA)).isEmpty();
        assertThat(api.callIds()).hasSize(3);
        api.products.answer(List.of(row(INDONESIA, WHATSAPP, 3_600, 8)));
        assertThat(whatsapp(INDONESIA)).hasValue(List.of(new Offer(INDONESIA, 3_600, 8)));
    }

    @Test
    void whatFailedIsAskedForAgain() {
        assertThat(whatsapp(INDONESIA)).isEmpty();
        api.products.refuse(new ApiError.ServerFailure(503));
        now = now.plus(RETRY).minusNanos(1);
        assertThat(whatsapp(INDONESIA)).isEmpty();
        assertThat(api.callIds()).hasSize(2);
        now = now.plusNanos(1);
        assertThat(whatsapp(INDONESIA)).isEmpty();
        assertThat(api.callIds()).hasSize(3);
        api.products.answer(List.of(row(INDONESIA, WHATSAPP, 3_500, 9)));
        assertThat(whatsapp(INDONESIA)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aCountryThatTheApiRefusesToListHasNothingOnOffer(ApiError refusal) {
        assertThat(whatsapp(INDONESIA)).isEmpty();
        api.products.refuse(refusal);
        now = now.plus(TTL).minusNanos(1);
        assertThat(whatsapp(INDONESIA)).hasValue(List.of());
        assertThat(api.callIds()).hasSize(2);
    }

    static Stream<ApiError> refusals() {
        return Stream.of(
                new ApiError.InvalidParameters("country_id"),
                new ApiError.OtherRejection(404, null, ""),
                new ApiError.ProductUnavailable(),
                new ApiError.OrderNotFound());
    }

    @Test
    void theCheapestRowInStockIsOffered() {
        fetch(
                row(INDONESIA, WHATSAPP, 4_000, 9),
                row(INDONESIA, WHATSAPP, 3_500, 5),
                row(INDONESIA, WHATSAPP, 3_800, 7),
                row(INDONESIA, WHATSAPP, 1_000, 0),
                row(MALAYSIA, WHATSAPP, 500, 9));
        assertThat(whatsapp(INDONESIA)).hasValue(List.of(new Offer(INDONESIA, 3_500, 5)));
    }

    @Test
    void aCountryWithoutARowForThePlatformHasNothingOnOffer() {
        fetch(row(INDONESIA, TELEGRAM, 2_000, 4));
        assertThat(whatsapp(INDONESIA)).hasValue(List.of());
    }

    @Test
    void isoCodesAreKnownOnceTheCountriesCame() {
        api.countries.holdBack();
        assertThat(catalogue.isoCode(INDONESIA)).isNull();
        assertThat(api.callIds()).as("only orders make it ask").isEmpty();
        fetch(row(INDONESIA, WHATSAPP, 3_500, 9));
        assertThat(catalogue.isoCode(INDONESIA)).isNull();

        api.countries.answer(List.of(new Country(INDONESIA, "Indonesia", "ID"), new Country(MALAYSIA, null, null)));

        assertThat(catalogue.isoCode(INDONESIA)).isEqualTo("ID");
        assertThat(catalogue.isoCode(MALAYSIA)).isNull();
    }

    @Test
    void countriesThatFailedAreAskedForWithTheNextFetch() {
        api.countries.fail(new ApiError.NoAnswer("timed out"));
        fetch(row(INDONESIA, WHATSAPP, 3_500, 9));
        assertThat(catalogue.isoCode(INDONESIA)).isNull();
        api.countries.succeed(List.of(new Country(INDONESIA, null, "ID")));
        now = now.plus(RETRY);
        assertThat(whatsapp(MALAYSIA)).isEmpty();
        assertThat(catalogue.isoCode(INDONESIA)).isEqualTo("ID");
    }

    private void fetch(Product... rows) {
        assertThat(whatsapp(INDONESIA)).isEmpty();
        api.products.answer(List.of(rows));
    }

    private Optional<List<Offer>> whatsapp(Integer... countryIds) {
        return catalogue.offers(new Wanted.Ids(WHATSAPP, List.of(countryIds), null));
    }

    private static Product row(int countryId, int platformId, long priceIdr, int count) {
        return new Product(countryId, platformId, priceIdr, count);
    }

    /** As if there were always a permit. */
    private final class Direct implements ControlCalls {
        @Override
        public <T> CompletionStage<ApiResult<T>> call(
                Purpose purpose, Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
            return call.apply(api);
        }

        @Override
        public void wake() {}
    }
}
