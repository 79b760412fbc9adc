package io.otpstream.dashboard.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.contract.SuccessRates;
import io.otpstream.dashboard.http.ApiJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Success rates as on their topics, with the country's name and flag, and seconds of the API's world. */
final class RateRows {

    private static final List<String> SECONDS =
            List.of("mean_seconds_to_code", "p50_seconds_to_code", "p95_seconds_to_code");

    private final CountryNames names;
    private final double speed;

    RateRows(CountryNames names, double speed) {
        this.names = names;
        this.speed = speed;
    }

    ObjectNode row(SuccessRates rates) {
        ObjectNode row = ApiJson.object(rates);
        CountryName name = names.get(rates.countryId());
        row.put("country_name", name.name());
        put(row, "country_code", name.isoCode());
        put(row, "flag", name.flag());
        for (String field : SECONDS) {
            if (row.has(field)) {
                row.put(field, Math.round(row.path(field).doubleValue() * speed * 1e3) / 1e3);
            }
        }
        return row;
    }

    private static void put(ObjectNode row, String field, @Nullable String value) {
        if (value != null) {
            row.put(field, value);
        }
    }
}
