package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.streams.calls.Resolved.What;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is named by codes, and what else the published catalogue has. */
class CachedNamesTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final FakePublishedApi api = new FakePublishedApi();
    private final FakeSmsCodeApi guide = new FakeSmsCodeApi();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CachedCatalogue catalogue =
            new CachedCatalogue(new Direct(api), Dialect.PUBLISHED, TTL, 1, () -> this.now);

    @Test
    void codesMeanIdsInAnyCase() {
        api.platforms.succeed(List.of(new Platform(3, "wa", "WhatsApp"), new Platform(4, "tg", null)));
        api.countries.succeed(List.of(new Country(7, "Indonesia", "ID"), new Country(12, null, null)));
        assertThat(catalogue.resolve("WHATSAPP", List.of("id", "9", "ID")))
                .isEqualTo(new Resolved.Found(3, List.of(7, 9)));
        assertThat(catalogue.resolve("Tg", List.of("12"))).isEqualTo(new Resolved.Found(4, List.of(12)));
    }

    @Test
    void idsNeedNobodysWord() {
        assertThat(catalogue.resolve("3", List.of("7"))).isEqualTo(new Resolved.Found(3, List.of(7)));
        assertThat(api.callIds()).isEmpty();
    }

    @Test
    void namesAreFetchedOnce() {
        api.platforms.holdBack();
        api.countries.holdBack();
        assertThat(catalogue.resolve("wa", List.of("ID"))).isEqualTo(new Resolved.Fetching());
        assertThat(catalogue.resolve("wa", List.of("ID"))).isEqualTo(new Resolved.Fetching());
        api.platforms.answer(List.of(new Platform(3, "wa", null)));
        assertThat(catalogue.resolve("wa", List.of("ID"))).as("one is missing").isEqualTo(new Resolved.Fetching());
        api.countries.answer(List.of(new Country(7, null, "ID")));
        assertThat(catalogue.resolve("wa", List.of("ID"))).isInstanceOf(Resolved.Found.class);
        now = now.plus(Duration.ofDays(9));
        assertThat(catalogue.resolve("wa", List.of("ID"))).isInstanceOf(Resolved.Found.class);
        assertThat(api.callIds()).containsExactlyInAnyOrder("catalog/services", "catalog/countries");
    }

    @Test
    void whatIsUnknownIsNamed() {
        api.platforms.succeed(List.of(new Platform(3, "wa", null)));
        api.countries.succeed(List.of(new Country(7, null, "ID")));
        assertThat(catalogue.resolve("telegram", List.of("ID")))
                .asInstanceOf(InstanceOfAssertFactories.type(Resolved.Unknown.class))
                .satisfies(unknown -> {
                    assertThat(unknown.what()).isEqualTo(What.PLATFORM);
                    assertThat(unknown.value()).isEqualTo("telegram");
                });
        assertThat(catalogue.resolve("wa", List.of("ID", "XX")))
                .asInstanceOf(InstanceOfAssertFactories.type(Resolved.Unknown.class))
                .satisfies(unknown -> {
                    assertThat(unknown.what()).isEqualTo(What.COUNTRY);
                    assertThat(unknown.value()).isEqualTo("XX");
                });
        assertThat(catalogue.resolve("99999999999", List.of("ID"))).isInstanceOf(Resolved.Unknown.class);
    }

    @Test
    void whatIsUnknownIsLookedForAgainAfterAWhile() {
        api.platforms.succeed(List.of());
        assertThat(catalogue.resolve("wa", List.of("7"))).isInstanceOf(Resolved.Unknown.class);
        api.platforms.succeed(List.of(new Platform(3, "wa", null)));
        now = now.plus(TTL);
        assertThat(catalogue.resolve("wa", List.of("7"))).isInstanceOf(Resolved.Unknown.class);
        now = now.plusMillis(1);
        assertThat(catalogue.resolve("wa", List.of("7"))).isEqualTo(new Resolved.Found(3, List.of(7)));
    }

    @Test
    void aFailureIsNoAnswer() {
        api.platforms.fail(new ApiError.NoAnswer("timed out"));
        assertThat(catalogue.resolve("wa", List.of("7"))).isEqualTo(new Resolved.Fetching());
        assertThat(catalogue.resolve("wa", List.of("7"))).isEqualTo(new Resolved.Fetching());
        assertThat(api.callIds()).hasSize(1);
        now = now.plus(RETRY);
        assertThat(catalogue.resolve("wa", List.of("7"))).isEqualTo(new Resolved.Fetching());
        assertThat(api.callIds()).hasSize(2);
    }

    @Test
    void theGuideHasNamesForCountriesOnly() {
        CachedCatalogue ofGuide = new CachedCatalogue(new Direct(guide), Dialect.GUIDE, TTL, 1, () -> this.now);
        guide.countries.succeed(List.of(new Country(6, null, "ID")));
        assertThat(ofGuide.resolve("1", List.of("id"))).isInstanceOf(Resolved.Found.class);
        assertThat(ofGuide.resolve("wa", List.of("id"))).isInstanceOf(Resolved.Unknown.class);
        assertThat(ofGuide.operators(6, 1)).hasValue(List.of());
    }

    @Test
    void operatorsAreFetchedByMarketAndBelievedForAWhile() {
        Operator any = new Operator(null, "any", null);
        api.operators.succeed(List.of(any));
        assertThat(catalogue.operators(7, 3)).hasValue(List.of(any));
        assertThat(catalogue.operators(7, 3)).hasValue(List.of(any));
        assertThat(api.callIds()).containsExactly("catalog/operators/7/3");
        now = now.plus(TTL).plusMillis(1);
        assertThat(catalogue.operators(7, 3)).hasValue(List.of(any));
        assertThat(api.callIds()).hasSize(2);
    }

    @Test
    void onlyWhatACreateCanNameIsOnOffer() {
        api.products.succeed(List.of(
                new Product(7, 3, 2_000, 5, null), new Product(7, 3, 3_500, 9, 71), new Product(7, 3, 4_000, 9, 72)));
        catalogue.offers(new Wanted.Ids(3, List.of(7), null));
        assertThat(catalogue.offers(new Wanted.Ids(3, List.of(7), null)))
                .hasValue(List.of(new Offer(7, 3_500, 9, 71, null, false)));
    }

    /** As if there were always a permit. */
    private record Direct(SmsCodeApi api) implements ControlCalls {
        @Override
        public <T> CompletionStage<ApiResult<T>> call(
                Purpose purpose, Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
            return call.apply(api);
        }

        @Override
        public void wake() {}
    }
}
