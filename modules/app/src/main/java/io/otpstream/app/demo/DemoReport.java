package io.otpstream.app.demo;

import io.otpstream.app.results.ResultTally;
import io.otpstream.app.text.JsonLine;
import io.otpstream.domain.api.Dialect;
import io.otpstream.simulator.vendor.Ledger;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reckoning: what came out of the pipeline beside what the vendor's ledger says.
 *
 * @param lost requests without a final record
 * @param twice requests with more than one
 * @param dialect what the simulator spoke
 * @param pushed events that it pushed and that were taken; always 0 in the guide's dialect
 */
public record DemoReport(
        int requests,
        int finalRecords,
        int codes,
        Map<String, Integer> withoutCode,
        long lost,
        long twice,
        long apiRequests,
        long api429,
        long ledgerOrders,
        long ledgerSpentIdr,
        long resultsSpentIdr,
        Dialect dialect,
        long pushed) {

    static DemoReport of(
            int requests, long lost, ResultTally tally, Ledger.Totals ledger, Dialect dialect, long pushed) {
        return new DemoReport(
                requests,
                tally.finalRecords(),
                tally.codes(),
                tally.withoutCode(),
                lost,
                tally.twice(),
                ledger.requests(),
                ledger.requests429(),
                ledger.orders(),
                ledger.spentIdr(),
                tally.spentIdr(),
                dialect,
                pushed);
    }

    /** Nothing lost, nothing doubled, and every rupiah accounted for. */
    public boolean isClean() {
        return lost == 0 && twice == 0 && ledgerSpentIdr == resultsSpentIdr;
    }

    /** One line for people. */
    public String line() {
        int without = withoutCode.values().stream().mapToInt(Integer::intValue).sum();
        return "demo: %d requests, %d final records (%d codes, %d without), %d lost, %d twice; ledger: %d orders, %d IDR spent"
                        .formatted(requests, finalRecords, codes, without, lost, twice, ledgerOrders, ledgerSpentIdr)
                + switch (dialect) {
                    case GUIDE -> "";
                    case PUBLISHED -> ", %d events pushed".formatted(pushed);
                };
    }

    /** The same for programs. */
    public String json() {
        return JsonLine.empty()
                .with("requests", requests)
                .with("final_records", finalRecords)
                .with("codes", codes)
                .with("without_code", new TreeMap<>(withoutCode))
                .with("lost", lost)
                .with("twice", twice)
                .with("api_requests", apiRequests)
                .with("api_429", api429)
                .with("ledger_orders", ledgerOrders)
                .with("ledger_spent_idr", ledgerSpentIdr)
                .with("results_spent_idr", resultsSpentIdr)
                .with("dialect", dialect.name().toLowerCase(Locale.ROOT))
                .with("pushed_events", pushed)
                .toString();
    }
}
