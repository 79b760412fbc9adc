package io.otpstream.app.rates;

import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The latest success rates of every country, platform or hour, as the topic says. For one thread. */
public final class RatesTable {

    static final String UNKNOWN = "-";

    private static final List<String> HEADINGS = List.of(
            ">ORDERS",
            ">OPEN",
            ">CODES",
            ">SUCCESS (95 %)",
            ">NO STOCK",
            ">SPENT IDR",
            ">REFUNDED",
            ">IDR/CODE",
            ">MEAN s",
            ">P50 s",
            ">P95 s");

    private static final double REAL_TIME = 1;

    private final TopicReader reader;
    private final RateView view;
    private final Map<String, SuccessRates> rows = new HashMap<>();

    /** @param reader of the view's topic from its beginning; stays the caller's */
    public RatesTable(TopicReader reader, RateView view) {
        this.reader = reader;
        this.view = view;
    }

    /** Reads to the end that the topic had when the reader was opened. */
    public void load() {
        reader.readToEnd(this::accept);
    }

    /** Reads what comes within {@code atMost}, and returns what changed by it. */
    public List<SuccessRates> update(Duration atMost) {
        Set<String> changed = new LinkedHashSet<>();
        for (TopicRecord record : reader.poll(atMost)) {
            accept(record);
            changed.add(record.key());
        }
        return changed.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** As the view orders them. */
    public List<SuccessRates> rows() {
        return rows.values().stream().sorted(view.order()).toList();
    }

    /** A table for people. */
    public List<String> lines() {
        return lines(REAL_TIME);
    }

    /**
     * A table for people.
     *
     * @param speed how much faster than real the vendor's world ran: times are shown as they would be there
     */
    public List<String> lines(double speed) {
        TextTable table = TextTable.withHeadings(
                Stream.concat(view.headings().stream(), HEADINGS.stream()).toArray(String[]::new));
        rows().forEach(rates -> table.row(
                Stream.concat(view.cells(rates).stream(), cells(rates, speed)).toArray(String[]::new)));
        return table.lines();
    }

    private static Stream<String> cells(SuccessRates rates, double speed) {
        return Stream.of(
                Long.toString(rates.ended()),
                Long.toString(rates.open()),
                Long.toString(rates.codes()),
                success(rates),
                percent(rates.noStockRate()),
                Long.toString(rates.spendIdr()),
                Long.toString(rates.refundsIdr()),
                rates.costPerCodeIdr() == null ? UNKNOWN : Long.toString(rates.costPerCodeIdr()),
                seconds(rates.meanSecondsToCode(), speed),
                seconds(rates.p50SecondsToCode(), speed),
                seconds(rates.p95SecondsToCode(), speed));
    }

    /** An object with all fields of the record. */
    public static String jsonLine(SuccessRates rates) {
        return JsonLine.empty().withAll(Topics.SUCCESS_RATES, rates).toString();
    }

    private void accept(TopicRecord record) {
        if (record.value() == null) {
            rows.remove(record.key());
        } else {
            record.read(view.topic()).ifPresent(rates -> rows.put(record.key(), rates));
        }
    }

    /** The rate with its interval in whole per cent. */
    private static String success(SuccessRates rates) {
        Double low = rates.successRateLow();
        Double high = rates.successRateHigh();
        return low == null || high == null
                ? percent(rates.successRate())
                : percent(rates.successRate()) + String.format(Locale.ROOT, " (%.0f-%.0f)", 100 * low, 100 * high);
    }

    private static String percent(@Nullable Double rate) {
        return rate == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * rate);
    }

    private static String seconds(@Nullable Double seconds, double speed) {
        return seconds == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", seconds * speed);
    }
}
