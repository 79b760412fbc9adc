package io.otpstream.app.costs;

import io.otpstream.app.text.TextTable;
import io.otpstream.dashboard.costs.BalanceOverview;
import io.otpstream.dashboard.costs.BalanceSum;
import io.otpstream.dashboard.costs.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of the balance, for people. */
final class BalanceText {

    /** Of those that are missing; more would hide the figures. */
    private static final int GAPS_SHOWN = 3;

    private BalanceText() {}

    static List<String> lines(BalanceOverview balance) {
        List<String> lines = new ArrayList<>();
        balance.sum()
                .ifPresentOrElse(
                        sum -> lines.addAll(statement(sum)), () -> lines.add("balance: no statement of these hours"));
        if (balance.missingHours() > 0 && balance.sum().isPresent()) {
            lines.add("no statement of " + hours(balance.missingHours()) + ": " + gaps(balance.missing()));
        }
        return lines;
    }

    private static List<String> statement(BalanceSum sum) {
        TextTable table = TextTable.withHeadings("BALANCE", ">IDR", "");
        table.row("opening", Long.toString(sum.openingIdr()), "at " + sum.from());
        table.row("deposits", signed(sum.depositsIdr()), "");
        table.row("charges", signed(-sum.chargesIdr()), source(sum));
        table.row("refunds", signed(sum.refundsIdr()), source(sum));
        table.row("unexplained", signed(sum.unexplainedIdr()), sum.unexplainedIdr() == 0 ? "" : "no order explains it");
        if (sum.unstatedIdr() != 0) {
            table.row("unstated", signed(sum.unstatedIdr()), "in the hours without a statement");
        }
        table.row("closing", Long.toString(sum.closingIdr()), "at " + sum.to());
        table.row("locked", Long.toString(sum.lockedIdr()), "the price of open orders, charged already");
        return table.lines();
    }

    private static String source(BalanceSum sum) {
        return sum.amountsFrom() == null ? "" : sum.amountsFrom().word();
    }

    private static String signed(long amount) {
        return amount == 0 ? "0" : String.format(Locale.ROOT, "%+d", amount);
    }

    private static String gaps(List<Hours> gaps) {
        String shown = gaps.stream()
                .limit(GAPS_SHOWN)
                .map(gap -> gap.from() + " to " + gap.to())
                .collect(Collectors.joining(", "));
        return gaps.size() > GAPS_SHOWN ? shown + ", and " + (gaps.size() - GAPS_SHOWN) + " more times" : shown;
    }

    private static String hours(long count) {
        return count == 1 ? "1 hour" : count + " hours";
    }
}
