package io.otpstream.streams;

import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.calls.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the test puts on the shelf, the same for every platform. */
final class FakeCatalogue implements Catalogue {

    private final List<Offer> offers = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private boolean fetched = true;

    void offer(int countryId, long priceIdr) {
        offers.removeIf(offer -> offer.countryId() == countryId);
        offers.add(new Offer(countryId, priceIdr, 100));
    }

    void offerProduct(int countryId, long priceIdr, @Nullable Integer catalogProductId) {
        offers.removeIf(offer -> offer.countryId() == countryId);
        offers.add(new Offer(countryId, priceIdr, 100, catalogProductId, null, false));
    }

    void operator(int id, String code) {
        operators.add(new Operator(id, code, null));
    }

    void fetched(boolean yes) {
        fetched = yes;
    }

    @Override
    public Optional<List<Offer>> offers(Wanted.Ids wanted) {
        return fetched
                ? Optional.of(offers.stream()
                        .filter(offer -> wanted.countryIds().contains(offer.countryId()))
                        .map(offer -> of(wanted.operatorId(), offer))
                        .toList())
                : Optional.empty();
    }

    private static Offer of(@Nullable Integer operatorId, Offer offer) {
        return new Offer(
                offer.countryId(),
                offer.priceIdr(),
                offer.availableCount(),
                offer.catalogProductId(),
                operatorId,
                offer.barred());
    }

    /** WhatsApp, Indonesia and Malaysia, and whatever has an id. */
    @Override
    public Resolved resolve(String platform, List<String> countries) {
        if (!fetched) {
            return new Resolved.Fetching();
        }
        Integer platformId = idOf(platform, Map.of("whatsapp", PipelineFixture.WHATSAPP));
        if (platformId == null) {
            return new Resolved.Unknown(Resolved.What.PLATFORM, platform, "No such platform.");
        }
        List<Integer> ids = new ArrayList<>();
        for (String country : countries) {
            Integer id = idOf(country, Map.of("ID", PipelineFixture.INDONESIA, "MY", PipelineFixture.MALAYSIA));
            if (id == null) {
                return new Resolved.Unknown(Resolved.What.COUNTRY, country, "No such country.");
            }
            ids.add(id);
        }
        return new Resolved.Found(platformId, ids);
    }

    private static @Nullable Integer idOf(String named, Map<String, Integer> known) {
        return named.matches("\\d+") ? Integer.valueOf(named) : known.get(named);
    }

    @Override
    public Optional<List<Operator>> operators(int countryId, int platformId) {
        return fetched ? Optional.of(List.copyOf(operators)) : Optional.empty();
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
