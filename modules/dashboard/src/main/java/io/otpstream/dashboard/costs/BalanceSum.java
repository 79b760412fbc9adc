package io.otpstream.dashboard.costs;

import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.PriceSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the balance, one after the other; see {@link BalanceStatement} for what each amount is. Whole rupiah.
 *
 * <p>{@code opening + deposits - charges + refunds + unexplained + unstated = closing}.
 *
 * @param from the look at the balance that gave the opening one
 * @param to the look at the balance that gave the closing one
 * @param openingIdr of the first statement
 * @param closingIdr of the last statement
 * @param unstatedIdr by how much the balance changed in between, in hours that have no statement
 * @param lockedIdr the price of orders that have not ended, at the closing
 * @param amountsFrom where charges and refunds come from; null while there is none
 */
public record BalanceSum(
        Instant from,
        Instant to,
        long openingIdr,
        long depositsIdr,
        long chargesIdr,
        long refundsIdr,
        long unexplainedIdr,
        long unstatedIdr,
        long closingIdr,
        long lockedIdr,
        @Nullable PriceSource amountsFrom) {

    /** @param inOrder of their hours */
    static Optional<BalanceSum> of(List<BalanceStatement> inOrder) {
        if (inOrder.isEmpty()) {
            return Optional.empty();
        }
        BalanceStatement first = inOrder.getFirst();
        BalanceStatement last = inOrder.getLast();
        return Optional.of(new BalanceSum(
                first.from(),
                last.to(),
                first.openingIdr(),
                sum(inOrder, BalanceStatement::depositsIdr),
                sum(inOrder, BalanceStatement::chargesIdr),
                sum(inOrder, BalanceStatement::refundsIdr),
                sum(inOrder, BalanceStatement::unexplainedIdr),
                unstated(inOrder),
                last.closingIdr(),
                last.lockedIdr(),
                sources(inOrder)));
    }

    private static long sum(List<BalanceStatement> statements, ToLongFunction<BalanceStatement> amount) {
        return statements.stream().mapToLong(amount).sum();
    }

    private static long unstated(List<BalanceStatement> inOrder) {
        long unstated = 0;
        for (int i = 1; i < inOrder.size(); i++) {
            unstated += inOrder.get(i).openingIdr() - inOrder.get(i - 1).closingIdr();
        }
        return unstated;
    }

    private static @Nullable PriceSource sources(List<BalanceStatement> statements) {
        PriceSource all = null;
        for (BalanceStatement statement : statements) {
            all = Amounts.both(all, statement.amountsFrom());
        }
        return all;
    }
}
