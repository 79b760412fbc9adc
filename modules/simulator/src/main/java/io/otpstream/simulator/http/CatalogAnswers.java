package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.CountryView;
import io.otpstream.simulator.vendor.Listing;
import io.otpstream.simulator.vendor.Storefront;
import org.jspecify.annotations.Nullable;

/** The {@code data} of the published calls about the catalogue. */
final class CatalogAnswers {

    private CatalogAnswers() {}

    record Country(int id, String code, String name, String dialCode, String emoji, boolean active) {
        static Country of(CountryView country) {
            String flag = country.isoCode()
                    .chars()
                    // Regional indicator symbols: two of them make a flag.
                    .map(letter -> 0x1F1E6 + letter - 'A')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            return new Country(country.id(), country.isoCode(), country.name(), country.dialCode(), flag, true);
        }
    }

    /** @param id what other calls name {@code platform_id} */
    record Service(int id, String code, String name, boolean active) {
        static Service of(Storefront.Service service) {
            return new Service(service.id(), service.code(), service.name(), true);
        }
    }

    record Product(
            int id,
            String name,
            int countryId,
            int platformId,
            int available,
            long price,
            boolean active,
            int catalogProductId,
            @Nullable Integer operatorId,
            @Nullable String operatorName) {
        static Product of(Listing listing) {
            return new Product(
                    listing.productId(),
                    name(listing),
                    listing.product().countryId(),
                    listing.product().platformId(),
                    listing.available(),
                    listing.product().priceIdr(),
                    true,
                    listing.catalogProductId(),
                    listing.operator()
                            .map(io.otpstream.simulator.vendor.Operator::id)
                            .orElse(null),
                    listing.operator()
                            .map(io.otpstream.simulator.vendor.Operator::name)
                            .orElse(null));
        }

        static String name(Listing listing) {
            return listing.platformName() + " " + listing.countryName();
        }
    }

    /** What the products of one page have in common. */
    record Page(int page, int limit, int count) {}

    /** @param operatorId null for any */
    record Operator(
            @Nullable Integer operatorId,
            String code,
            String name,
            @Nullable String localName) {
        static Operator any() {
            return new Operator(null, "any", "Any operator", null);
        }

        static Operator of(io.otpstream.simulator.vendor.Operator operator) {
            return new Operator(operator.id(), operator.code(), operator.name(), null);
        }
    }

    record Rate(String pair, String baseCurrency, String quoteCurrency, int rate) {}
}
