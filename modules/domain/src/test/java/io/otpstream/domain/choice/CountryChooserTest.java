package io.otpstream.domain.choice;

import static io.otpstream.domain.choice.Requests.PLATFORM;
import static io.otpstream.domain.choice.Requests.T;
import static io.otpstream.domain.lifecycle.CountryChoice.BEST;
import static io.otpstream.domain.lifecycle.CountryChoice.CHEAPEST;
import static io.otpstream.domain.lifecycle.CountryChoice.LISTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.AttemptEnd;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountryChooserTest {

    private final CountryChooser chooser = new CountryChooser(1_000);

    @Test
    void asListed() {
        List<Offer> offers = List.of(new Offer(7, 1_000, 5), new Offer(6, 9_000, 0), new Offer(9, 500, 5));

        assertThat(order(Requests.first(LISTED, 6, 7, 9), offers)).containsExactly(6, 7, 9);
    }

    @Test
    void theCheapestFirstAndEqualsAsListed() {
        List<Offer> offers = List.of(
                new Offer(10, 4_000, 5), new Offer(6, 9_000, 5), new Offer(7, 4_000, 5), new Offer(9, 5_000, 5));

        assertThat(order(Requests.first(CHEAPEST, 6, 7, 9, 10), offers)).containsExactly(7, 10, 9, 6);
    }

    @ParameterizedTest
    @EnumSource(
            value = CountryChoice.class,
            names = {"CHEAPEST", "BEST"})
    void whatCantBeOrderedComesLast(CountryChoice choice) {
        List<Offer> offers = List.of(new Offer(6, 100, 0), new Offer(7, 9_001, 5), new Offer(9, 9_000, 5));

        assertThat(order(Requests.firstUpTo(9_000, choice, 6, 7, 9), offers)).containsExactly(9, 7, 6);
    }

    @ParameterizedTest
    @EnumSource(
            value = CountryChoice.class,
            names = {"CHEAPEST", "BEST"})
    void whereTheLastOrderFailedIsTriedAfterAllOthers(CountryChoice choice) {
        List<Offer> offers = List.of(new Offer(6, 100, 5), new Offer(7, 90_000, 5), new Offer(9, 50, 0));

        assertThat(order(Requests.second(choice, 6, AttemptEnd.EXPIRED, 6, 7, 9), offers))
                .containsExactly(7, 6, 9);
        assertThat(order(Requests.second(choice, 6, AttemptEnd.NUMBER_REJECTED, 6), offers))
                .containsExactly(6);
    }

    @Test
    void aDoubtSaysNothingOfACountry() {
        List<Offer> offers = List.of(new Offer(6, 100, 5), new Offer(7, 200, 5));

        assertThat(order(Requests.second(CHEAPEST, 6, AttemptEnd.IN_DOUBT, 6, 7), offers))
                .containsExactly(6, 7);
    }

    @Test
    void withTimeOfNoValueTheBestIsTheCheapest() {
        List<Offer> offers = List.of(new Offer(6, 4_000, 5), new Offer(7, 3_999, 5));
        TrackRecords known = TrackRecords.none()
                .with(6, PLATFORM, new Evidence(100, 100, T), 10.0, 1)
                .with(7, PLATFORM, new Evidence(0, 100, T), 80.0, 1);

        assertThat(new CountryChooser(0).inOrder(Requests.first(BEST, 6, 7), offers, known, T, new Random(1)))
                .extracting(Offer::countryId)
                .containsExactly(7, 6);
    }

    @Property
    void onlyOffersOfListedCountriesAndAllOfThem(
            @ForAll("anyHistory") History history, @ForAll("anyOffers") List<Offer> offers, @ForAll long seed) {
        List<Offer> ordered = chooser.inOrder(history, offers, TrackRecords.none(), T, new Random(seed));

        assertThat(ordered)
                .containsExactlyInAnyOrderElementsOf(offers.stream()
                        .filter(offer -> history.request().countryIds().contains(offer.countryId()))
                        .toList());
    }

    @Property
    void theSameSeedGivesTheSameOrder(
            @ForAll("anyHistory") History history, @ForAll("anyOffers") List<Offer> offers, @ForAll long seed) {
        assertThat(chooser.inOrder(history, offers, TrackRecords.none(), T, new Random(seed)))
                .isEqualTo(chooser.inOrder(history, offers, TrackRecords.none(), T, new Random(seed)));
    }

    /** Where codes are rare, what they cost is so uncertain that some rupiah are nothing. */
    @Property(tries = 50)
    void ofTwoOfWhichAsMuchIsKnownTheCheaperOneIsTakenMoreOften(
            @ForAll @DoubleRange(min = 0.3, max = 0.95) double rate,
            @ForAll @IntRange(max = 100) int orders,
            @ForAll @IntRange(min = 2_000, max = 10_000) int saving,
            @ForAll long seed) {
        TrackRecords known = TrackRecords.none();
        for (int country : List.of(6, 7)) {
            known = known.with(country, PLATFORM, new Evidence(rate * orders, orders, T), 20.0, 1);
        }
        List<Offer> offers = List.of(new Offer(6, 3_000L + saving, 5), new Offer(7, 3_000, 5));
        Random random = new Random(seed);
        int cheaper = 0;
        for (int i = 0; i < 2_000; i++) {
            cheaper += chooser.inOrder(Requests.first(BEST, 6, 7), offers, known, T, random)
                                    .getFirst()
                                    .countryId()
                            == 7
                    ? 1
                    : 0;
        }
        assertThat(cheaper).isGreaterThan(1_000);
    }

    /** Five days, an order a minute, countries that cost the same: what is bad now may be good in two days. */
    @Property(tries = 20)
    void noCountryIsEverGivenUp(
            @ForAll @Size(4) List<@DoubleRange(min = 0.05, max = 0.95) Double> success, @ForAll long seed) {
        Random random = new Random(seed);
        Map<Integer, Evidence> told = new HashMap<>();
        TrackRecords known = TrackRecords.none();
        Map<Integer, Instant> lastOrder = new HashMap<>(Map.of(0, T, 1, T, 2, T, 3, T));
        List<Offer> offers = new ArrayList<>();
        lastOrder.keySet().forEach(country -> offers.add(new Offer(country, 3_000, 5)));
        History request = Requests.first(BEST, 0, 1, 2, 3);
        for (Instant now = T; now.isBefore(T.plus(Duration.ofDays(5))); now = now.plusSeconds(60)) {
            int country = chooser.inOrder(request, offers, known, now, random)
                    .getFirst()
                    .countryId();
            Evidence outcome = Evidence.of(random.nextDouble() < success.get(country), now);
            told.merge(country, outcome, Evidence::plus);
            known = known.with(country, PLATFORM, told.getOrDefault(country, outcome), null, 1);
            lastOrder.put(country, now);
            assertThat(lastOrder.values()).allMatch(now.minus(Duration.ofDays(2))::isBefore);
        }
    }

    private List<Integer> order(History history, List<Offer> offers) {
        return chooser.inOrder(history, offers, TrackRecords.none(), T, new Random(1)).stream()
                .map(Offer::countryId)
                .toList();
    }

    @Provide
    Arbitrary<History> anyHistory() {
        Arbitrary<Integer[]> countries = Arbitraries.integers()
                .between(1, 12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .uniqueElements()
                .map(list -> list.toArray(Integer[]::new));
        return Combinators.combine(
                        Arbitraries.of(CountryChoice.values()), countries, Arbitraries.of(AttemptEnd.values()))
                .as((choice, ids, end) -> Requests.second(choice, ids[0], end, ids));
    }

    @Provide
    Arbitrary<List<Offer>> anyOffers() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 15),
                        Arbitraries.longs().between(100, 20_000),
                        Arbitraries.integers().between(0, 3))
                .as(Offer::new)
                .list()
                .ofMaxSize(12)
                .uniqueElements(Offer::countryId);
    }
}
