package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Product;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Balance, countries and products in the guide's spelling. A row that can't be read is left out, so that one odd row
 * doesn't hide the rest; where no row can be read the answer is unreadable, so that a change of the API doesn't look
 * like an empty shelf.
 */
final class GuideCatalogue {

    private static final String CURRENCY = "IDR";
    private static final Pattern ISO_CODE = Pattern.compile("[A-Za-z]{2}");

    private GuideCatalogue() {}

    /** A missing currency is rupiah, the only one the guide knows; another one is an answer of another API. */
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
        return rows("countries", data, GuideCatalogue::country);
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
        return rows("products", data, row -> product(countryId, row)).stream()
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
        return Optional.of(new Product(country.get(), platform.get(), price.get(), stock(row)));
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

    private static <T> List<T> rows(String what, JsonNode data, Function<JsonNode, Optional<T>> reader)
            throws UnreadableAnswerException {
        if (!data.isArray()) {
            throw new UnreadableAnswerException("data is not a list of " + what);
        }
        List<T> rows = new ArrayList<>();
        data.forEach(row -> reader.apply(row).ifPresent(rows::add));
        if (rows.isEmpty() && !data.isEmpty()) {
            throw new UnreadableAnswerException("none of the " + what + " can be read");
        }
        return List.copyOf(rows);
    }
}
