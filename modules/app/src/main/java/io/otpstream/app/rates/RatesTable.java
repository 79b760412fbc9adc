package io.otpstream.app.rates;

import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest success rates of every country, as the topic says. For one thread. */
public final class RatesTable {

    private static final String UNKNOWN = "-";

    private final TopicReader reader;
    private final Map<String, SuccessRates> byCountry = new HashMap<>();

    /** @param reader of {@link Topics#SUCCESS_RATES} from its beginning; stays the caller's */
    public RatesTable(TopicReader reader) {
        this.reader = reader;
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
        return changed.stream().map(byCountry::get).filter(Objects::nonNull).toList();
    }

    /** The countries with the most orders first. */
    public List<SuccessRates> rows() {
        return byCountry.values().stream()
                .sorted(Comparator.comparingLong(SuccessRates::ended)
                        .reversed()
                        .thenComparingInt(SuccessRates::countryId))
                .toList();
    }

    /** A table for people. */
    public List<String> lines() {
        return lines(rows());
    }

    /** A table of these rows for people. */
    public static List<String> lines(List<SuccessRates> rows) {
        TextTable table = TextTable.withHeadings(
                ">COUNTRY",
                "ISO",
                ">ORDERS",
                ">CODES",
                ">SUCCESS",
                ">SPENT IDR",
                ">IDR/CODE",
                ">MEAN s",
                ">P50 s",
                ">P95 s");
        for (SuccessRates rates : rows) {
            table.row(
                    Integer.toString(rates.countryId()),
                    rates.countryCode() == null ? UNKNOWN : rates.countryCode(),
                    Long.toString(rates.ended()),
                    Long.toString(rates.codes()),
                    percent(rates.successRate()),
                    Long.toString(rates.spendIdr()),
                    rates.costPerCodeIdr() == null ? UNKNOWN : Long.toString(rates.costPerCodeIdr()),
                    seconds(rates.meanSecondsToCode()),
                    seconds(rates.p50SecondsToCode()),
                    seconds(rates.p95SecondsToCode()));
        }
        return table.lines();
    }

    /** An object with all fields of the record. */
    public static String jsonLine(SuccessRates rates) {
        return JsonLine.empty().withAll(Topics.SUCCESS_RATES, rates).toString();
    }

    private void accept(TopicRecord record) {
        if (record.value() == null) {
            byCountry.remove(record.key());
        } else {
            record.read(Topics.SUCCESS_RATES).ifPresent(rates -> byCountry.put(record.key(), rates));
        }
    }

    private static String percent(@Nullable Double rate) {
        return rate == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * rate);
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", seconds);
    }
}
