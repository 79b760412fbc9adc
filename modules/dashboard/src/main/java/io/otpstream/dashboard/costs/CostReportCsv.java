package io.otpstream.dashboard.costs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a {@link CostReport} and their total as CSV (RFC 4180, with a header). Column {@code by} says what the
 * next one holds, and {@code total} in the last row, where the next one is empty. An empty cell is an unknown value.
 *
 * <p>Requesters choose labels and tenants: one that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CostReportCsv {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema SCHEMA = schema();
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-].+", Pattern.DOTALL);

    private final CostReport report;

    private CostReportCsv(CostReport report) {
        this.report = report;
    }

    /** Header, lines and total, each with its end. */
    public static String write(CostReport report) {
        StringWriter text = new StringWriter();
        try (CsvGenerator csv = FACTORY.createGenerator(text)) {
            csv.setSchema(SCHEMA);
            new CostReportCsv(report).writeRows(csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can be written", impossible);
        }
        return text.toString();
    }

    private void writeRows(JsonGenerator csv) throws IOException {
        for (CostLine line : report.lines()) {
            writeRow(csv, report.query().by().word(), harmless(line.name()), line.countryCode(), line.amounts());
        }
        writeRow(csv, "total", null, null, report.total());
    }

    private void writeRow(
            JsonGenerator csv, String by, @Nullable String group, @Nullable String countryCode, Amounts amounts)
            throws IOException {
        csv.writeStartArray();
        csv.writeString(report.query().hours().from().toString());
        csv.writeString(report.query().hours().to().toString());
        csv.writeString(by);
        csv.writeString(group);
        csv.writeString(countryCode);
        for (Figure figure : Figure.values()) {
            Long value = figure.of(amounts);
            csv.writeString(value == null ? null : Long.toString(value));
        }
        csv.writeString(Money.IDR);
        PriceSource from = amounts.amountsFrom();
        csv.writeString(from == null ? null : from.word());
        csv.writeEndArray();
    }

    private static String harmless(String group) {
        return FORMULA.matcher(group).matches() ? "'" + group : group;
    }

    private static CsvSchema schema() {
        CsvSchema.Builder columns = CsvSchema.builder();
        Stream.of("from", "to", "by", "group", "country_code").forEach(columns::addColumn);
        Arrays.stream(Figure.values()).map(Figure::word).forEach(columns::addColumn);
        Stream.of("currency", "amounts_from").forEach(columns::addColumn);
        return columns.build().withHeader().withLineSeparator("\r\n");
    }
}
