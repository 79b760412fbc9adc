package io.otpstream.streams.calls;

import io.otpstream.domain.plan.CreatePace;
import io.otpstream.domain.plan.FairShare;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.rate.BudgetRules;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a process spends permits.
 *
 * @param rules of the budget that all processes share
 * @param strategy which order is looked at next
 * @param targetCodeAge mean age at which codes are to be found while requests wait, in the API's world
 * @param tenants what they are entitled to
 * @param lookGap least time between two looks at one order, real time
 * @param balanceInterval between two readings of the balance while there is work, real time
 * @param lookInterval between two looks at all orders, where they are looked at together, real time
 * @param mostPerCreate requests that one create can serve
 */
public record Budgeting(
        BudgetRules rules,
        PollStrategy strategy,
        Duration targetCodeAge,
        TenantRules tenants,
        Duration lookGap,
        Duration balanceInterval,
        Duration lookInterval,
        int mostPerCreate) {

    /** For orders that are looked at one by one and placed one by one. */
    public Budgeting(
            BudgetRules rules,
            PollStrategy strategy,
            Duration targetCodeAge,
            TenantRules tenants,
            Duration lookGap,
            Duration balanceInterval) {
        this(rules, strategy, targetCodeAge, tenants, lookGap, balanceInterval, lookGap, 1);
    }

    /** Where each order is looked at by a call of its own. */
    PermitRule oneByOne() {
        return new GuideRule(strategy, new CreatePace(targetCodeAge.toNanos() / 1e9), lookGap);
    }

    /**
     * Where all orders are looked at together.
     *
     * @param creates whether orders can be created at all just now
     */
    PermitRule together(BooleanSupplier creates) {
        // A window is a minute of the API's world.
        return new PublishedRule(lookInterval, rules.window().dividedBy(2), mostPerCreate, creates);
    }

    FairShare newFairShare() {
        return new FairShare(tenants, rules.window());
    }
}
