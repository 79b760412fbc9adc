package io.otpstream.streams;

import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.calls.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the test puts on the shelf, the same for every platform. */
final class FakeCatalogue implements Catalogue {

    private final List<Offer> offers = new ArrayList<>();
    private boolean fetched = true;

    void offer(int countryId, long priceIdr) {
        offers.removeIf(offer -> offer.countryId() == countryId);
        offers.add(new Offer(countryId, priceIdr, 100));
    }

    void offerProduct(int countryId, long priceIdr, @Nullable Integer catalogProductId) {
        offers.removeIf(offer -> offer.countryId() == countryId);
        offers.add(new Offer(countryId, priceIdr, 100, catalogProductId, null, false));
    }

    void fetched(boolean yes) {
        fetched = yes;
    }

    @Override
    public Optional<List<Offer>> offers(int platformId, List<Integer> countryIds) {
        return fetched
                ? Optional.of(offers.stream()
                        .filter(offer -> countryIds.contains(offer.countryId()))
                        .toList())
                : Optional.empty();
    }

    @Override
    public Resolved resolve(String platform, List<String> countries) {
        throw new AssertionError("nothing is named here");
    }

    @Override
    public Optional<List<Operator>> operators(int countryId, int platformId) {
        return Optional.of(List.of());
    }

    @Override
    public @Nullable String isoCode(int countryId) {
        return countryId == PipelineFixture.INDONESIA ? "ID" : null;
    }

    @Override
    public List<Country> countries() {
        return List.of();
    }
}
