package io.otpstream.dashboard.metrics;

import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.SuccessRates;
import java.util.Collection;

/** What the topics say now. Safe for use by several threads; what is returned must not change any more. */
public interface MetricTables {

    /** Of {@link io.otpstream.contract.Topics#SUCCESS_RATES}: the last record of each country. */
    Collection<SuccessRates> countries();

    /** Of {@link io.otpstream.contract.Topics#BALANCE_STATEMENTS}: at least the latest hour. */
    Collection<BalanceStatement> statements();

    /** Of {@link io.otpstream.contract.Topics#ALERTS}: what was raised and has not ended. */
    Collection<Alert> activeAlerts();
}
