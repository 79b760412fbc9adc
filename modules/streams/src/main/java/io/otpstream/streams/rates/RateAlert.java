package io.otpstream.streams.rates;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import io.otpstream.domain.rates.Estimate;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Says that a country does badly of late, or no longer does. */
record RateAlert(int countryId, @Nullable String isoCode, Estimate recent, Estimate past, OptionalDouble limit) {

    static final String KIND = AlertKind.SUCCESS_RATE_LOW.word();

    private static final String ACTION =
            "Put other countries before it in country_ids, or let \"choose\": \"best\" decide;"
                    + " otpstream rates --by hour shows since when.";

    Alert raised(Instant at) {
        return Alert.raised(KIND, subject(), numbers() + ".", ACTION, at, Severity.WARNING);
    }

    Alert cleared(Instant at) {
        return Alert.cleared(KIND, subject(), numbers() + ": as it should be again.", at);
    }

    private String subject() {
        return Integer.toString(countryId);
    }

    private String numbers() {
        return String.format(
                Locale.ROOT,
                "Country %d%s: of late %.1f %% of orders got their code (%.1f %% to %.1f %%, known from %.1f orders),"
                        + " of all so far %.1f %%%s",
                countryId,
                isoCode == null ? "" : " (" + isoCode + ")",
                100 * recent.rate(),
                100 * recent.low(),
                100 * recent.high(),
                recent.orders(),
                100 * past.rate(),
                limit.isPresent()
                        ? String.format(Locale.ROOT, ", the limit is %.1f %%", 100 * limit.getAsDouble())
                        : "");
    }
}
