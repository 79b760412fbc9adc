package io.otpstream.dashboard.costs;

import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as a test wants them. */
final class Ledger implements CostRecords {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final List<Costs> costs = new ArrayList<>();
    private final List<BalanceStatement> statements = new ArrayList<>();

    @Override
    public Collection<Costs> costs() {
        return costs;
    }

    @Override
    public Collection<BalanceStatement> balanceStatements() {
        return statements;
    }

    /** One order with a code and one that was refunded, for this price each. */
    Ledger spends(Instant hour, int country, int platform, @Nullable String tenant, List<String> labels, long price) {
        costs.add(new Costs(
                hour,
                country,
                country == 6 ? "ID" : null,
                platform,
                tenant,
                labels,
                2,
                1,
                2 * price,
                price,
                price,
                0,
                0,
                price,
                0,
                Money.IDR,
                PriceSource.CATALOG,
                hour.plusSeconds(600)));
        return this;
    }

    /** Looks at the balance at the beginning and at the end of the hour; what is left over is unexplained. */
    Ledger states(Instant hour, long opening, long charges, long refunds, long closing) {
        statements.add(new BalanceStatement(
                hour,
                hour,
                hour.plus(Duration.ofMinutes(59)),
                opening,
                0,
                charges,
                refunds,
                closing,
                closing - opening + charges - refunds,
                700,
                Money.IDR,
                PriceSource.CHARGED));
        return this;
    }
}
