package io.otpstream.dashboard.view;

import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.contract.SuccessRates;
import io.otpstream.dashboard.tables.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is left and what was spent, whole rupiah.
 *
 * @param balanceIdr at the last look; null while there was none
 * @param balanceAt when that was; null together with it
 * @param lockedIdr the price of orders that have not ended; null while no record says so
 * @param unexplainedIdr what no order explains, within a day; null together with the balance
 * @param spendDayIdr what orders placed within the last 24 hours cost; null while no record says so
 * @param spendIdr what all orders cost that weren't refunded
 * @param refundsIdr what was charged and given back
 * @param codes how many codes that bought
 * @param currency of all amounts
 */
public record Money(
        @Nullable Long balanceIdr,
        @Nullable Instant balanceAt,
        @Nullable Long lockedIdr,
        @Nullable Long unexplainedIdr,
        @Nullable Long spendDayIdr,
        long spendIdr,
        long refundsIdr,
        long codes,
        String currency) {

    private static final Duration DAY = Duration.ofDays(1);

    static Money of(Tables tables, List<SuccessRates> countries, Instant now) {
        Instant since = now.minus(DAY);
        // Each is a copy of the whole table.
        List<BalanceStatement> statements = tables.statements();
        List<Costs> allCosts = tables.costs();
        List<BalanceStatement> day = statements.stream()
                .filter(statement -> !statement.to().isBefore(since))
                .toList();
        BalanceStatement last = statements.isEmpty() ? null : statements.getLast();
        List<Costs> costs =
                allCosts.stream().filter(row -> row.hour().isAfter(since)).toList();
        return new Money(
                last == null ? null : last.closingIdr(),
                last == null ? null : last.to(),
                sum(allCosts, Costs::lockedIdr),
                last == null
                        ? null
                        : day.stream()
                                .mapToLong(BalanceStatement::unexplainedIdr)
                                .sum(),
                sum(costs, Costs::spendIdr),
                countries.stream().mapToLong(SuccessRates::spendIdr).sum(),
                countries.stream().mapToLong(SuccessRates::refundsIdr).sum(),
                countries.stream().mapToLong(SuccessRates::codes).sum(),
                io.otpstream.contract.Money.IDR);
    }

    private static @Nullable Long sum(List<Costs> costs, ToLongFunction<Costs> amount) {
        return costs.isEmpty() ? null : costs.stream().mapToLong(amount).sum();
    }
}
