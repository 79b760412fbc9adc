package io.otpstream.streams.rates;

import io.otpstream.contract.OrderOutcome;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** Orders of one hour, country, platform, tenant and set of labels. */
final class CostCells extends Grouping<CostKey, CostRow> {

    private final WindowStore<String, CostRow> store;
    private final Emitter emitter;

    CostCells(WindowStore<String, CostRow> store, Emitter emitter) {
        this.store = store;
        this.emitter = emitter;
    }

    /** What was refused costs nothing and makes no cell. */
    @Override
    void change(@Nullable OrderFact before, OrderFact after) {
        if (after.outcome() != OrderOutcome.NO_STOCK) {
            boolean cost = before != null && before.outcome() != OrderOutcome.NO_STOCK;
            super.change(cost ? before : null, after);
        }
    }

    @Override
    CostKey keyOf(OrderFact fact) {
        return CostKey.of(fact);
    }

    @Override
    CostRow load(CostKey key) {
        CostRow row = store.fetch(key.textWithoutHour(), key.hour().toEpochMilli());
        return row == null ? CostRow.empty() : row;
    }

    @Override
    void changed(CostKey key, CostRow row, OrderFact by) {
        store.put(key.textWithoutHour(), row, key.hour().toEpochMilli());
        emitter.emit(key.text(), new Change.OfCosts(row.costs(key, emitter.isoCode(key.countryId()))), by.at());
    }
}
