package io.otpstream.streams.rates;

import java.time.Instant;
import org.apache.kafka.streams.state.WindowStore;

/** The orders of a country that were placed within an hour. */
final class HourRates extends Grouping<HourRates.Key, Tally> {

    private final WindowStore<String, Tally> store;
    private final Emitter emitter;

    HourRates(WindowStore<String, Tally> store, Emitter emitter) {
        this.store = store;
        this.emitter = emitter;
    }

    record Key(int countryId, Instant hour) {

        String text() {
            return countryId + "/" + hour;
        }
    }

    @Override
    Key keyOf(OrderFact fact) {
        return new Key(fact.countryId(), fact.hour());
    }

    @Override
    Tally load(Key key) {
        Tally tally = store.fetch(Integer.toString(key.countryId()), key.hour().toEpochMilli());
        return tally == null ? Tally.empty() : tally;
    }

    @Override
    void changed(Key key, Tally tally, OrderFact by) {
        store.put(Integer.toString(key.countryId()), tally, key.hour().toEpochMilli());
        emitter.emit(
                key.text(),
                new Change.OfHour(tally.rates(key.countryId())
                        .countryCode(emitter.isoCode(key.countryId()))
                        .hour(key.hour())
                        .build()),
                by.at());
    }
}
