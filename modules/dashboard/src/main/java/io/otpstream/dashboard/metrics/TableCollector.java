package io.otpstream.dashboard.metrics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Severity;
import io.otpstream.contract.SuccessRates;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Comparator;

/**
 * What the topics say, asked for when Prometheus asks. All instances say the same, so expressions take the largest
 * instead of adding up.
 */
final class TableCollector implements MultiCollector {

    private final MetricTables tables;

    TableCollector(MetricTables tables) {
        this.tables = tables;
    }

    @Override
    public MetricSnapshots collect() {
        Page page = new Page();
        tables.countries().forEach(rates -> add(page, rates));
        tables.statements().stream()
                .max(Comparator.comparing(BalanceStatement::hour))
                .ifPresent(latest -> add(page, latest));
        tables.activeAlerts().stream()
                .collect(groupingBy(Matter::of, counting()))
                .forEach((matter, count) -> page.put(Family.ALERTS, count, matter.kind(), matter.severity()));
        return page.snapshots();
    }

    /** What alerts are counted by. */
    private record Matter(String kind, String severity) {
        static Matter of(Alert alert) {
            Severity severity = alert.severity();
            return new Matter(alert.kind(), severity == null ? "" : severity.word());
        }
    }

    private static void add(Page page, SuccessRates rates) {
        String country = Integer.toString(rates.countryId());
        String iso = rates.countryCode() == null ? "" : rates.countryCode();
        page.put(Family.COUNTRY_SUCCESS, rates.successRate(), country, iso);
        page.put(Family.COUNTRY_SUCCESS_LOW, rates.successRateLow(), country, iso);
        page.put(Family.COUNTRY_SUCCESS_HIGH, rates.successRateHigh(), country, iso);
        page.put(Family.COUNTRY_SUCCESS_RECENT, rates.recentSuccessRate(), country, iso);
        rates.orders().forEach((outcome, count) -> page.put(Family.COUNTRY_ORDERS, count, country, iso, outcome));
        page.put(Family.COUNTRY_OPEN_ORDERS, rates.open(), country, iso);
        page.put(Family.COUNTRY_CODES, rates.codes(), country, iso);
        page.put(Family.COUNTRY_SPEND, rates.spendIdr(), country, iso);
        page.put(Family.COUNTRY_REFUNDS, rates.refundsIdr(), country, iso);
        page.put(Family.COUNTRY_COST_PER_CODE, rates.costPerCodeIdr(), country, iso);
        page.put(Family.COUNTRY_SECONDS_TO_CODE, rates.p50SecondsToCode(), country, iso, "0.5");
        page.put(Family.COUNTRY_SECONDS_TO_CODE, rates.p95SecondsToCode(), country, iso, "0.95");
    }

    private static void add(Page page, BalanceStatement latest) {
        page.put(Family.BALANCE, latest.closingIdr());
        page.put(Family.BALANCE_LOCKED, latest.lockedIdr());
        page.put(Family.BALANCE_UNEXPLAINED, latest.unexplainedIdr());
        page.put(Family.BALANCE_SEEN, latest.to().toEpochMilli() / 1e3);
    }
}
