package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Product;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Balance, countries and products, whichever dialect spells them. What is marked as not active is left out. */
final class Catalogue {

    private static final String CURRENCY = "IDR";
    private static final Pattern ISO_CODE = Pattern.compile("[A-Za-z]{2}");

    private Catalogue() {}

    /** A missing currency is rupiah, the only one this API knows; another one is an answer of another API. */
    static Balance balance(JsonNode data) throws UnreadableAnswerException {
        String currency = JsonFields.text(data.path("currency"));
        if (currency != null && !currency.equalsIgnoreCase(CURRENCY)) {
            throw new UnreadableAnswerException("currency is not " + CURRENCY);
        }
        long amount = JsonFields.whole(data.path("balance"), RoundingMode.FLOOR)
                .orElseThrow(() -> new UnreadableAnswerException("balance is not a number"));
        return new Balance(CURRENCY, amount);
    }

    static List<Country> countries(JsonNode data) throws UnreadableAnswerException {
        return Rows.read("countries", data, Catalogue::country);
    }

    /** The guide speaks of a list of country ids: a row may be an object or just the id. */
    private static Optional<Country> country(JsonNode row) {
        if (!row.isObject()) {
            return JsonFields.id(row).map(id -> new Country(id, null, null));
        }
        return JsonFields.id(first(row, "id", "country_id"))
                .map(id -> new Country(id, JsonFields.text(row.path("name")), isoCode(first(row, "code", "iso"))));
    }

    private static @Nullable String isoCode(JsonNode node) {
        String code = JsonFields.text(node);
        return code != null && ISO_CODE.matcher(code).matches() ? code.toUpperCase(Locale.ROOT) : null;
    }

    /** Rows of other countries are left out: the answer is about the one that was asked for. */
    static List<Product> products(int countryId, JsonNode data) throws UnreadableAnswerException {
        return Rows.read("products", data, row -> product(countryId, row)).stream()
                .filter(product -> product.countryId() == countryId)
                .toList();
    }

    private static Optional<Product> product(int askedCountry, JsonNode row) {
        Optional<Integer> country =
                row.hasNonNull("country_id") ? JsonFields.id(row.path("country_id")) : Optional.of(askedCountry);
        Optional<Integer> platform = JsonFields.id(row.path("platform_id"));
        Optional<Long> price =
                JsonFields.whole(row.path("price"), RoundingMode.CEILING).filter(idr -> idr >= 0);
        if (country.isEmpty() || platform.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Product(
                country.get(),
                platform.get(),
                price.get(),
                stock(row),
                JsonFields.id(row.path("catalog_product_id")).orElse(null)));
    }

    /** A row without a readable count is on offer, so it stands for one number: an order will tell. */
    private static int stock(JsonNode row) {
        return JsonFields.whole(first(row, "available_count", "available"), RoundingMode.FLOOR)
                .map(count -> Math.clamp(count, 0, Integer.MAX_VALUE))
                .orElse(1);
    }

    private static JsonNode first(JsonNode row, String name, String otherName) {
        return row.hasNonNull(name) ? row.path(name) : row.path(otherName);
    }
}
