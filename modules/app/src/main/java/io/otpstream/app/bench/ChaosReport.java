package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a chaos run came to: the topics, read as committed, beside the simulator's ledger.
 *
 * @param ended whether everything came to its end in time
 * @param lost requests without a final record
 * @param twice requests with more than one
 * @param orders that the ledger has
 * @param unexplainedOrders in the ledger, but of no attempt and of no in-doubt or orphaned event
 * @param doubtedWithoutNeed attempts in doubt whose create was not under way at any kill; only known in the guide's
 *     dialect
 * @param chargedTwice attempts for which more than one number was bought, and keys that were applied more than once;
 *     only in the published dialect
 * @param replays creates that were sent again and told the first result; always 0 in the guide's dialect
 * @param inDoubt events of that kind
 * @param orphaned events of that kind
 * @param postsInFlightAtKills creates that were committed and had no answer on the topic of replies when their owner died;
 *     not counted in the published dialect
 * @param minLookGapSeconds shortest time between two looks at one order, model time; null where no order had two
 * @param spentLedgerIdr charged less refunded
 * @param spentResultsIdr what the topics say that was spent: codes, and codes that came too late
 * @param unorderlyStops instances that did not end with 0 in time after SIGTERM
 * @param seconds how long it took
 */
public record ChaosReport(
        ChaosSettings settings,
        boolean ended,
        int finalRecords,
        int codes,
        Map<String, Integer> withoutCode,
        long lost,
        long twice,
        long orders,
        List<String> unexplainedOrders,
        List<String> doubtedWithoutNeed,
        List<String> chargedTwice,
        long replays,
        long inDoubt,
        long orphaned,
        int postsInFlightAtKills,
        @Nullable Double minLookGapSeconds,
        long spentLedgerIdr,
        long spentResultsIdr,
        long api429,
        int unorderlyStops,
        long seconds)
        implements BenchReport {

    private static final double LOOK_GAP_SECONDS = 5;

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        check(ended, "not everything came to its end: an order is live, or an event is missing", violations);
        check(lost == 0, lost + " requests have no final record", violations);
        check(twice == 0, twice + " requests have more than one final record", violations);
        check(unexplainedOrders.isEmpty(), "orders that no event explains: " + unexplainedOrders, violations);
        check(doubtedWithoutNeed.isEmpty(), "doubted without need: " + doubtedWithoutNeed, violations);
        check(chargedTwice.isEmpty(), "charged twice: " + chargedTwice, violations);
        switch (settings.dialect()) {
            case GUIDE ->
                check(
                        inDoubt <= postsInFlightAtKills,
                        inDoubt + " creates are in doubt, but only " + postsInFlightAtKills
                                + " were in flight at kills",
                        violations);
            case PUBLISHED -> check(replays > 0, "no create was sent again: nothing was put to the test", violations);
        }
        check(
                minLookGapSeconds == null || minLookGapSeconds >= LOOK_GAP_SECONDS,
                "two looks at an order were only " + minLookGapSeconds + " s apart",
                violations);
        check(
                spentLedgerIdr == spentResultsIdr,
                "the ledger has spent " + spentLedgerIdr + " IDR, the topics say " + spentResultsIdr,
                violations);
        check(unorderlyStops == 0, unorderlyStops + " instances did not end with 0 in time after SIGTERM", violations);
        return violations;
    }

    @Override
    public String text() {
        String line = ("chaos: seed %d, %d requests, %d kills: %d final records (%d codes), lost %d, twice %d;"
                        + " %d orders, %d unexplained, %d in doubt, %d orphaned, %d posts in flight at kills;"
                        + " shortest look gap %s s; spent %d IDR by the ledger, %d by the topics; %d s")
                .formatted(
                        settings.seed(),
                        settings.requests(),
                        settings.kills(),
                        finalRecords,
                        codes,
                        lost,
                        twice,
                        orders,
                        unexplainedOrders.size(),
                        inDoubt,
                        orphaned,
                        postsInFlightAtKills,
                        minLookGapSeconds == null ? "-" : String.format(Locale.ROOT, "%.2f", minLookGapSeconds),
                        spentLedgerIdr,
                        spentResultsIdr,
                        seconds);
        return switch (settings.dialect()) {
            case GUIDE -> line;
            case PUBLISHED ->
                line + "; published: %d charged twice, %d creates sent again".formatted(chargedTwice.size(), replays);
        };
    }

    @Override
    public String json() {
        JsonLine line = JsonLine.empty()
                .with("seed", settings.seed())
                .with("requests", settings.requests())
                .with("kills", settings.kills())
                .with("final_records", finalRecords)
                .with("codes", codes)
                .with("without_code", new TreeMap<>(withoutCode))
                .with("lost", lost)
                .with("twice", twice)
                .with("orders", orders)
                .with("unexplained_orders", unexplainedOrders.size())
                .with("in_doubt", inDoubt)
                .with("orphaned", orphaned)
                .with("posts_in_flight_at_kills", postsInFlightAtKills)
                .with("min_look_gap_s", minLookGapSeconds)
                .with("spent_ledger_idr", spentLedgerIdr)
                .with("spent_results_idr", spentResultsIdr)
                .with("api_429", api429)
                .with("unorderly_stops", unorderlyStops)
                .with("seconds", seconds);
        return switch (settings.dialect()) {
            case GUIDE -> line.toString();
            case PUBLISHED ->
                line.with("dialect", settings.dialectWord())
                        .with("charged_twice", chargedTwice.size())
                        .with("replayed_creates", replays)
                        .toString();
        };
    }

    private static void check(boolean holds, String otherwise, List<String> violations) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
