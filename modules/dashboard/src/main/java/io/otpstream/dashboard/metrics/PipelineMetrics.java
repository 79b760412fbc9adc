package io.otpstream.dashboard.metrics;

import java.util.Map;
import org.apache.kafka.common.MetricName;

/**
 * What the pipeline's own metrics over JMX are to Prometheus: in base units, and one metric with a label where JMX has
 * several. What Prometheus computes itself, above all rates, is left out.
 */
final class PipelineMetrics {

    private static final String BUDGET = "budget";
    private static final String ORDERS = "stream-verification-step-metrics";
    private static final String TOTAL = "-total";
    private static final double MILLISECOND = 1e-3;

    private PipelineMetrics() {}

    /** Whether it is one of the pipeline's own. */
    static boolean include(MetricName name) {
        return name.group().equals(BUDGET) || name.group().equals(ORDERS);
    }

    static void add(Page page, MetricName name, double value) {
        if (name.group().equals(ORDERS)) {
            addOrders(page, name, value);
        } else if (name.tags().containsKey("kind")) {
            addPermits(page, name, value);
        } else {
            addBudget(page, name.name(), value);
        }
    }

    private static void addBudget(Page page, String name, double value) {
        switch (name) {
            case "limit-rate" -> page.put(Family.LIMIT, value);
            case "lease-rate" -> page.put(Family.LEASE, value);
            case "permits-dropped-total" -> page.put(Family.PERMITS_DROPPED, value);
            case "rate-limited-total" -> page.put(Family.RATE_LIMITED, value);
            case "open-orders" -> page.put(Family.OPEN_ORDERS, value);
            case "backlog-interactive" -> page.put(Family.BACKLOG, value, "interactive");
            case "backlog-batch" -> page.put(Family.BACKLOG, value, "batch");
            case "backlog-oldest-seconds" -> page.put(Family.BACKLOG_OLDEST, value);
            case "backlog-clear-seconds" -> page.put(Family.BACKLOG_CLEAR, value);
            case "create-fraction" -> page.put(Family.CREATE_FRACTION, value);
            case "code-age-expected-seconds" -> page.put(Family.CODE_AGE, value);
            case "looks-per-code" -> page.put(Family.LOOKS_PER_CODE, value);
            case "paused" -> page.put(Family.PAUSED, value);
            case "orders-paused" -> page.put(Family.ORDERS_PAUSED, value);
            case "clock-off" -> page.put(Family.CLOCK_OFF, value);
            default -> {
                // Over JMX only.
            }
        }
    }

    private static void addPermits(Page page, MetricName name, double value) {
        String kind = tag(name, "kind");
        switch (name.name()) {
            case "permits-total" -> page.put(Family.PERMITS, value, kind);
            case "permit-wait-avg" -> page.put(Family.PERMIT_WAIT_MEAN, value * MILLISECOND, kind);
            case "permit-wait-max" -> page.put(Family.PERMIT_WAIT_MAX, value * MILLISECOND, kind);
            default -> {
                // Over JMX only.
            }
        }
    }

    /**
     * By task, because a task that goes to another instance takes its counts away: a sum over tasks would fall, which
     * Prometheus takes for a new start, and counts everything that is left once more.
     */
    private static void addOrders(Page page, MetricName name, double value) {
        if (name.name().endsWith(TOTAL)) {
            String event = name.name().substring(0, name.name().length() - TOTAL.length());
            String stepAndTask = tag(name, "verification-step-id");
            int split = stepAndTask.lastIndexOf('-');
            page.put(
                    Family.ORDER_EVENTS,
                    value,
                    event.replace('-', '_'),
                    stepAndTask.substring(0, Math.max(split, 0)),
                    stepAndTask.substring(split + 1));
        }
    }

    private static String tag(MetricName name, String key) {
        Map<String, String> tags = name.tags();
        return tags.getOrDefault(key, "");
    }
}
