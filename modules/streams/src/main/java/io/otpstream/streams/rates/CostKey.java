package io.otpstream.streams.rates;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of a cost cell have in common.
 *
 * @param labels sorted, each once
 */
record CostKey(
        Instant hour,
        int countryId,
        int platformId,
        @Nullable String tenant,
        List<String> labels) {

    static CostKey of(OrderFact fact) {
        return new CostKey(fact.hour(), fact.countryId(), fact.platformId(), fact.tenant(), fact.labels());
    }

    /**
     * As the record's key, like {@code 2026-11-25T21:00:00Z/6/1?tenant=shop&label=nightly&label=sign+up}. Tenant and labels
     * are written as a web form's fields are (percent-encoded UTF-8), so that whatever they hold no two cells have the
     * same text; no tenant is another than an empty one.
     */
    String text() {
        return hour + "/" + textWithoutHour();
    }

    /** The same without the hour. */
    String textWithoutHour() {
        Stream<String> fields = Stream.concat(
                Stream.ofNullable(tenant).map(name -> "tenant=" + encoded(name)),
                labels.stream().map(label -> "label=" + encoded(label)));
        String query = String.join("&", fields.toList());
        return countryId + "/" + platformId + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
