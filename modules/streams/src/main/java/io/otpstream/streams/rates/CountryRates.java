package io.otpstream.streams.rates;

import io.otpstream.contract.Alert;
import io.otpstream.domain.rates.Estimate;
import io.otpstream.domain.rates.RateWatch;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** All orders of a country; tells when it does badly of late. */
final class CountryRates extends Grouping<Integer, RateRow> {

    private final KeyValueStore<String, RateRow> store;
    private final RateWatch watch;
    private final Emitter emitter;

    CountryRates(KeyValueStore<String, RateRow> store, RateWatch watch, Emitter emitter) {
        this.store = store;
        this.watch = watch;
        this.emitter = emitter;
    }

    @Override
    Integer keyOf(OrderFact fact) {
        return fact.countryId();
    }

    @Override
    RateRow load(Integer countryId) {
        RateRow row = store.get(countryId.toString());
        return row == null ? RateRow.empty() : row;
    }

    @Override
    void changed(Integer countryId, RateRow counted, OrderFact by) {
        String isoCode = emitter.isoCode(countryId);
        RateRow row = judged(countryId, isoCode, counted, by);
        store.put(countryId.toString(), row);
        emitter.emit(
                countryId.toString(),
                new Change.OfCountry(row.rates(countryId).countryCode(isoCode).build()),
                by.at());
    }

    /** An episode is told when it begins and when it ends; the row remembers it. */
    private RateRow judged(int countryId, @Nullable String isoCode, RateRow row, OrderFact by) {
        Estimate recent = row.recentEstimate();
        Estimate past = row.tally().estimate();
        boolean wasLow = row.lowSince() != null;
        boolean isLow = watch.isLow(wasLow, recent, past);
        if (isLow == wasLow || recent == null || past == null) {
            return row;
        }
        RateAlert alert = new RateAlert(countryId, isoCode, recent, past, watch.limit());
        Alert told = isLow ? alert.raised(by.at()) : alert.cleared(by.at());
        emitter.emit(told.kind(), new Change.Told(told), by.at());
        return row.lowSince(isLow ? by.at() : null);
    }
}
