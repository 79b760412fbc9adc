package io.otpstream.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** What JUnit reports of the tests of one class, run within a test. */
final class InnerRun implements TestExecutionListener {

    private final Map<String, TestExecutionResult> results = new ConcurrentHashMap<>();
    private final List<Map<String, String>> reportEntries = new CopyOnWriteArrayList<>();

    private InnerRun() {}

    static InnerRun of(LauncherSession session, Class<?> tests, Map<String, String> parameters) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .configurationParameters(parameters)
                .build();
        InnerRun run = new InnerRun();
        session.getLauncher().execute(request, run);
        return run;
    }

    /** By the names of the methods; those of a class that could not begin are not there. */
    Map<String, TestExecutionResult> results() {
        return results;
    }

    /** The result of a class with one test. */
    TestExecutionResult result() {
        assertThat(results).hasSize(1);
        return results.values().iterator().next();
    }

    /** What the one test has thrown. */
    Throwable problem() {
        return result().getThrowable().orElseThrow();
    }

    List<Map<String, String>> reportEntries() {
        return reportEntries;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            results.put(method.getMethodName(), result);
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        reportEntries.add(entry.getKeyValuePairs());
    }
}
