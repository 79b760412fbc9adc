package io.otpstream.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.streams.calls.BudgetState;
import io.otpstream.streams.calls.CallKind;
import io.otpstream.streams.calls.Workload;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks at them as a monitoring system does, and compares docs/metrics.md with what it sees. */
class BudgetMetricsTest {

    private static final String BEAN = "otpstream:type=budget";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private BudgetState state = new BudgetState(
            2.5,
            Map.of(),
            7,
            0,
            Instant.MAX,
            true,
            Instant.EPOCH,
            6,
            new Workload(25, 2, 4, Instant.now().minusSeconds(90)),
            0.2,
            4.25,
            1.75);
    private final BudgetMetrics metrics = new BudgetMetrics(5, () -> state);

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void theStateIsThatOfTheMoment() throws JMException {
        assertThat(values(BEAN))
                .hasEntrySatisfying(
                        "backlog-oldest-seconds", seconds -> assertThat(seconds).isGreaterThanOrEqualTo(90))
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("limit-rate", 5.0),
                        Map.entry("lease-rate", 2.5),
                        Map.entry("permits-dropped-total", 7.0),
                        Map.entry("rate-limited-total", 0.0),
                        Map.entry("open-orders", 25.0),
                        Map.entry("backlog-interactive", 2.0),
                        Map.entry("backlog-batch", 4.0),
                        Map.entry("backlog-clear-seconds", 12.0),
                        Map.entry("create-fraction", 0.2),
                        Map.entry("code-age-expected-seconds", 4.25),
                        Map.entry("looks-per-code", 1.75),
                        Map.entry("paused", 1.0),
                        Map.entry("orders-paused", 1.0),
                        Map.entry("clock-off", 1.0)));

        state = new BudgetState(0, Map.of(), 7, 0, null, false, null, 6, Workload.NONE, 0.2, 0, 0);

        assertThat(values(BEAN))
                .containsEntry("lease-rate", 0.0)
                .containsEntry("backlog-oldest-seconds", 0.0)
                .containsEntry("backlog-clear-seconds", 0.0)
                .containsEntry("paused", 0.0)
                .containsEntry("orders-paused", 0.0)
                .containsEntry("clock-off", 0.0);
    }

    @Test
    void callsAreCountedByKind() throws JMException {
        metrics.sent(CallKind.CREATE, Duration.ofMillis(10));
        metrics.sent(CallKind.CREATE, Duration.ofMillis(30));
        metrics.rateLimited();

        assertThat(values(BEAN + ",kind=create"))
                .containsEntry("permits-total", 2.0)
                .containsEntry("permit-wait-avg", 20.0)
                .containsEntry("permit-wait-max", 30.0)
                .hasEntrySatisfying("permits-rate", rate -> assertThat(rate).isPositive());

        assertThat(values(BEAN + ",kind=look")).containsEntry("permits-total", 0.0);
        assertThat(values(BEAN)).containsEntry("rate-limited-total", 1.0);
    }

    @Test
    void closingRemovesThem() throws JMException {
        assertThat(beans()).hasSize(1 + CallKind.values().length);

        metrics.close();

        assertThat(beans()).isEmpty();
    }

    @Test
    void theDocumentedOnesAreTheRegisteredOnes() throws JMException {
        MetricsPage page = MetricsPage.read();

        assertThat(page.section("`" + BEAN + "`"))
                .containsExactlyInAnyOrderElementsOf(values(BEAN).keySet());
        for (CallKind kind : CallKind.values()) {
            String bean = BEAN + ",kind=" + kind.name().toLowerCase(Locale.ROOT);
            assertThat(page.section("`" + BEAN + ",kind=…`"))
                    .containsExactlyInAnyOrderElementsOf(values(bean).keySet());
        }
    }

    private Set<ObjectName> beans() throws JMException {
        return server.queryNames(new ObjectName(BEAN + ",*"), null);
    }

    private Map<String, Double> values(String bean) throws JMException {
        ObjectName name = new ObjectName(bean);
        List<String> attributes = Arrays.stream(server.getMBeanInfo(name).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toList();
        Map<String, Double> values = new TreeMap<>();
        server.getAttributes(name, attributes.toArray(String[]::new))
                .asList()
                .forEach(attribute -> values.put(attribute.getName(), (Double) attribute.getValue()));
        return values;
    }
}
