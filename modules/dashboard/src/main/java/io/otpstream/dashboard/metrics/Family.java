package io.otpstream.dashboard.metrics;

import java.util.List;

/**
 * The metrics that are otpstream's own, as Prometheus reads them. Labels have few values: kinds, countries, tasks; never
 * a request, a tenant or a number. docs/metrics.md says the same for people, and a test compares the two.
 */
public enum Family {
    LIMIT("otpstream_limit_requests_per_second", "What the API token allows, for all instances together."),
    LEASE("otpstream_lease_requests_per_second", "The share of this instance in this second."),
    PERMITS("otpstream_permits_total", "Requests sent to the API.", "kind"),
    PERMIT_WAIT_MEAN("otpstream_permit_wait_mean_seconds", "How long calls waited for a permit, last minute.", "kind"),
    PERMIT_WAIT_MAX("otpstream_permit_wait_max_seconds", "The longest wait for a permit, last minute.", "kind"),
    PERMITS_DROPPED("otpstream_permits_dropped_total", "Permits that fell due and that no call was ready for."),
    RATE_LIMITED("otpstream_rate_limited_total", "Answers of the API with status 429."),
    PAUSED("otpstream_paused", "1 while the API has asked for quiet."),
    ORDERS_PAUSED("otpstream_orders_paused", "1 while people have paused new orders."),
    CLOCK_OFF("otpstream_clock_off", "1 while nothing is sent because the clock differs from the brokers'."),
    OPEN_ORDERS("otpstream_open_orders", "Orders of this instance that are not over."),
    BACKLOG("otpstream_backlog_requests", "Requests of this instance that wait for an order.", "priority"),
    BACKLOG_OLDEST("otpstream_backlog_oldest_seconds", "How long the request has waited that has waited longest."),
    BACKLOG_CLEAR("otpstream_backlog_clear_seconds", "How long it takes to place orders for all that wait."),
    CREATE_FRACTION("otpstream_create_fraction_ratio", "New orders per request to the API while requests wait."),
    CODE_AGE("otpstream_code_age_expected_seconds", "How old codes are on average when they are found."),
    LOOKS_PER_CODE("otpstream_looks_per_code", "Looks that it takes to find a code."),
    ORDER_EVENTS("otpstream_order_events_total", "What happened to orders of this instance.", "event", "step", "task"),

    COUNTRY_SUCCESS("otpstream_country_success_ratio", "Probability that an order gets its code.", "country", "iso"),
    COUNTRY_SUCCESS_LOW("otpstream_country_success_low_ratio", "Lower end of its 95 % interval.", "country", "iso"),
    COUNTRY_SUCCESS_HIGH("otpstream_country_success_high_ratio", "Upper end of its 95 % interval.", "country", "iso"),
    COUNTRY_SUCCESS_RECENT(
            "otpstream_country_success_recent_ratio", "The same, older orders weighing less.", "country", "iso"),
    COUNTRY_ORDERS("otpstream_country_orders", "Orders that ended so, all hours.", "country", "iso", "outcome"),
    COUNTRY_OPEN_ORDERS("otpstream_country_open_orders", "Orders that have not ended.", "country", "iso"),
    COUNTRY_CODES("otpstream_country_codes_total", "Codes that arrived in time.", "country", "iso"),
    COUNTRY_SPEND("otpstream_country_spend_idr_total", "Spent for good, whole rupiah.", "country", "iso"),
    COUNTRY_REFUNDS("otpstream_country_refunds_idr", "Charged and given back, whole rupiah.", "country", "iso"),
    COUNTRY_COST_PER_CODE("otpstream_country_cost_per_code_idr", "Spend per code, whole rupiah.", "country", "iso"),
    COUNTRY_SECONDS_TO_CODE(
            "otpstream_country_to_code_seconds", "Time from the order to its code.", "country", "iso", "quantile"),

    BALANCE("otpstream_balance_idr", "The balance when it was last looked at, whole rupiah."),
    BALANCE_LOCKED("otpstream_balance_locked_idr", "The price of open orders then, whole rupiah."),
    BALANCE_UNEXPLAINED(
            "otpstream_balance_unexplained_idr", "What no order explains within the last hour stated, whole rupiah."),
    BALANCE_SEEN("otpstream_balance_seen_timestamp_seconds", "When the balance was last looked at, Unix time."),
    ALERTS("otpstream_alerts_active", "Alerts that were raised and have not ended.", "kind", "severity");

    private static final String TOTAL = "_total";

    private final String exposedName;
    private final String help;

    /** With commas between them: a list counts as something that could change. */
    private final String labels;

    Family(String exposedName, String help, String... labels) {
        this.exposedName = exposedName;
        this.help = help;
        this.labels = String.join(",", labels);
    }

    /** The name as expressions spell it. */
    public String exposedName() {
        return exposedName;
    }

    /** A sentence for people. */
    String help() {
        return help;
    }

    /** The names of the labels, in the order in which values are given. */
    public List<String> labels() {
        return labels.isEmpty() ? List.of() : List.of(labels.split(",", -1));
    }

    /** Whether it only grows, but for a new start; all others go up and down. */
    boolean isCounter() {
        return exposedName.endsWith(TOTAL);
    }
}
