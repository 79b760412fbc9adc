package io.otpstream.streams.calls;

import io.otpstream.domain.plan.CreatePace;
import io.otpstream.domain.plan.FairShare;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.rate.BudgetRules;
import java.time.Duration;

/**
 * How a process spends permits.
 *
 * @param rules of the budget that all processes share
 * @param strategy which order is looked at next
 * @param targetCodeAge mean age at which codes are to be found while requests wait, in the API's world
 * @param tenants what they are entitled to
 * @param lookGap least time between two looks at one order, real time
 * @param balanceInterval between two readings of the balance while there is work, real time
 */
public record Budgeting(
        BudgetRules rules,
        PollStrategy strategy,
        Duration targetCodeAge,
        TenantRules tenants,
        Duration lookGap,
        Duration balanceInterval) {

    CreatePace newPace() {
        return new CreatePace(targetCodeAge.toNanos() / 1e9);
    }

    FairShare newFairShare() {
        return new FairShare(tenants, rules.window());
    }
}
