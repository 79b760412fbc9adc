package io.otpstream.streams.rates;

import org.apache.kafka.streams.state.KeyValueStore;

/** All orders of a country and platform. */
final class PlatformRates extends Grouping<PlatformRates.Key, RateRow> {

    private final KeyValueStore<String, RateRow> store;
    private final Emitter emitter;

    PlatformRates(KeyValueStore<String, RateRow> store, Emitter emitter) {
        this.store = store;
        this.emitter = emitter;
    }

    record Key(int countryId, int platformId) {

        String text() {
            return countryId + "/" + platformId;
        }
    }

    @Override
    Key keyOf(OrderFact fact) {
        return new Key(fact.countryId(), fact.platformId());
    }

    @Override
    RateRow load(Key key) {
        RateRow row = store.get(key.text());
        return row == null ? RateRow.empty() : row;
    }

    @Override
    void changed(Key key, RateRow row, OrderFact by) {
        store.put(key.text(), row);
        emitter.emit(
                key.text(),
                new Change.OfPlatform(row.rates(key.countryId())
                        .countryCode(emitter.isoCode(key.countryId()))
                        .platformId(key.platformId())
                        .build()),
                by.at());
    }
}
