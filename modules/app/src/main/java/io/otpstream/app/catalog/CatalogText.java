package io.otpstream.app.catalog;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PlainText;
import io.otpstream.app.text.TextTable;
import io.otpstream.contract.SuccessRates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Offers for people and for programs, with how orders of the same kind went where that is known.
 *
 * @param rates by country and platform; empty if they weren't asked for
 */
public record CatalogText(List<Offer> offers, Optional<List<SuccessRates>> rates) {

    private static final String UNKNOWN = "-";

    private static final List<String> HEADINGS =
            List.of(">COUNTRY", "ISO", "NAME", ">PLATFORM", "CODE", ">PRICE IDR", ">STOCK");
    private static final List<String> RATE_HEADINGS = List.of(">ORDERS", ">SUCCESS", ">IDR/CODE", ">P50 s");

    /** A line for each offer below the headings. */
    public List<String> lines() {
        List<String> headings = new ArrayList<>(HEADINGS);
        rates.ifPresent(known -> headings.addAll(RATE_HEADINGS));
        TextTable table = TextTable.withHeadings(headings.toArray(String[]::new));
        Map<String, SuccessRates> known = byKey();
        offers.forEach(offer -> table.row(cells(offer, known)));
        return table.lines();
    }

    /** An object for each offer. */
    public List<String> jsonLines() {
        Map<String, SuccessRates> known = byKey();
        return offers.stream().map(offer -> jsonLine(offer, known)).toList();
    }

    private String[] cells(Offer offer, Map<String, SuccessRates> known) {
        Stream<String> cells = Stream.of(
                Integer.toString(offer.country().id()),
                text(offer.country().isoCode()),
                text(offer.country().name()),
                Integer.toString(offer.platform().id()),
                text(offer.platform().code()),
                Long.toString(offer.product().priceIdr()),
                Integer.toString(offer.product().availableCount()));
        return (rates.isEmpty() ? cells : Stream.concat(cells, rateCells(known.get(key(offer)))))
                .toArray(String[]::new);
    }

    private static Stream<String> rateCells(@Nullable SuccessRates rates) {
        if (rates == null) {
            return Stream.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        }
        Double success = rates.successRate();
        Double seconds = rates.p50SecondsToCode();
        return Stream.of(
                Long.toString(rates.ended()),
                success == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * success),
                text(rates.costPerCodeIdr()),
                seconds == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", seconds));
    }

    private String jsonLine(Offer offer, Map<String, SuccessRates> known) {
        JsonLine line = JsonLine.empty()
                .with("country_id", offer.country().id())
                .with("country_code", offer.country().isoCode())
                .with("country_name", offer.country().name())
                .with("platform_id", offer.platform().id())
                .with("platform_code", offer.platform().code())
                .with("platform_name", offer.platform().name())
                .with("price_idr", offer.product().priceIdr())
                .with("available", offer.product().availableCount());
        if (rates.isPresent()) {
            SuccessRates found = known.get(key(offer));
            line.with("orders", found == null ? 0 : found.ended())
                    .with("success_rate", found == null ? null : found.successRate())
                    .with("cost_per_code_idr", found == null ? null : found.costPerCodeIdr())
                    .with("p50_seconds_to_code", found == null ? null : found.p50SecondsToCode());
        }
        return line.toString();
    }

    private Map<String, SuccessRates> byKey() {
        Map<String, SuccessRates> byKey = new HashMap<>();
        rates.ifPresent(known -> known.forEach(each -> byKey.put(each.countryId() + "/" + each.platformId(), each)));
        return byKey;
    }

    private static String key(Offer offer) {
        return offer.country().id() + "/" + offer.platform().id();
    }

    private static String text(@Nullable Object value) {
        return value == null ? UNKNOWN : PlainText.of(value.toString());
    }
}
