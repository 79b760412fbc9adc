package io.otpstream.dashboard.costs;

import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import java.util.Collection;

/** The current records of two topics: the last one of each key. Must not change while somebody goes through them. */
public interface CostRecords {

    /** Of {@link io.otpstream.contract.Topics#COSTS}. */
    Collection<Costs> costs();

    /** Of {@link io.otpstream.contract.Topics#BALANCE_STATEMENTS}. */
    Collection<BalanceStatement> balanceStatements();
}
