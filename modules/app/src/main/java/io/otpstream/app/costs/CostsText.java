package io.otpstream.app.costs;

import io.otpstream.app.text.PlainText;
import io.otpstream.app.text.TextTable;
import io.otpstream.contract.PriceSource;
import io.otpstream.dashboard.costs.Amounts;
import io.otpstream.dashboard.costs.CostLine;
import io.otpstream.dashboard.costs.CostQuery;
import io.otpstream.dashboard.costs.CostReport;
import io.otpstream.dashboard.costs.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the money went, for people: what was asked, a table with a total, and the balance below. */
public final class CostsText {

    private static final String TOTAL = "total";

    private CostsText() {}

    /** The lines, without their ends. */
    public static List<String> lines(CostReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(report.query()));
        lines.add("");
        lines.addAll(table(report));
        String note = report.query().by().note();
        if (note != null) {
            lines.add("note: " + note);
        }
        lines.add("");
        lines.addAll(BalanceText.lines(report.balance()));
        return lines;
    }

    private static String heading(CostQuery query) {
        return "orders placed from " + query.hours().from() + " to "
                + query.hours().to() + ", by " + query.by().word() + ", amounts in IDR"
                + (query.rounded() ? " (rounded to whole hours)" : "");
    }

    private static List<String> table(CostReport report) {
        Dimension by = report.query().by();
        TextTable table = TextTable.withHeadings(
                (by.isId() ? ">" : "") + by.word().toUpperCase(Locale.ROOT),
                "ISO",
                ">ORDERS",
                ">CODES",
                ">SPENT",
                ">PER CODE",
                ">REFUNDED",
                ">CHARGED",
                ">LOCKED",
                ">LATE CODES",
                ">UNUSED",
                ">IN DOUBT",
                "FROM");
        for (CostLine line : report.lines()) {
            row(table, PlainText.of(line.name()), line.countryCode(), line.amounts());
        }
        row(table, TOTAL, null, report.total());
        return table.lines();
    }

    private static void row(TextTable table, String name, @Nullable String countryCode, Amounts amounts) {
        Long perCode = amounts.costPerCodeIdr();
        table.row(
                name,
                countryCode == null ? CostLine.NONE : countryCode,
                Long.toString(amounts.orders()),
                Long.toString(amounts.codes()),
                Long.toString(amounts.spendIdr()),
                perCode == null ? CostLine.NONE : Long.toString(perCode),
                Long.toString(amounts.refundsIdr()),
                Long.toString(amounts.chargesIdr()),
                Long.toString(amounts.lockedIdr()),
                Long.toString(amounts.lateCodesIdr()),
                Long.toString(amounts.unusedIdr()),
                Long.toString(amounts.inDoubtIdr()),
                source(amounts.amountsFrom()));
    }

    private static String source(@Nullable PriceSource source) {
        return source == null ? CostLine.NONE : source.word();
    }
}
