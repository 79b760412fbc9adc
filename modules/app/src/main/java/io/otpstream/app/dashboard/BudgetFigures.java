package io.otpstream.app.dashboard;

import io.otpstream.app.budget.FleetState;
import io.otpstream.app.budget.ProcessState;
import io.otpstream.dashboard.ports.Budget;
import io.otpstream.streams.calls.CallKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the fleet as the dashboard shows it. */
final class BudgetFigures {

    private static final double UNKNOWN = 0;

    private final int configuredLimit;
    private final double speed;

    /**
     * @param configuredLimit requests in a minute, shown while no process says what the token allows
     * @param speed how much faster than real the API's world runs
     */
    BudgetFigures(int configuredLimit, double speed) {
        this.configuredLimit = configuredLimit;
        this.speed = speed;
    }

    Budget of(FleetState fleet) {
        return new Budget(
                fleet.isIdle(),
                fleet.isIdle() ? configuredLimit : fleet.limits().last(),
                sent(fleet),
                fleet.interactive(),
                fleet.batch(),
                seconds(fleet.oldestWait()),
                seconds(fleet.timeToClear()),
                fleet.processes().stream().map(BudgetFigures::instance).toList());
    }

    private static Budget.Instance instance(ProcessState process) {
        double codeAge = process.told().state().expectedCodeAge();
        return new Budget.Instance(
                process.told().name(),
                process.permitsPerSecond(),
                process.sent(),
                process.workload().open(),
                process.workload().interactive() + process.workload().batch(),
                process.told().state().rateLimited(),
                codeAge == UNKNOWN ? null : codeAge);
    }

    private static Map<String, Integer> sent(FleetState fleet) {
        Map<String, Integer> sent = new LinkedHashMap<>();
        sent.put("total", fleet.sent());
        for (CallKind kind : CallKind.values()) {
            sent.put(kind.name().toLowerCase(Locale.ROOT), fleet.sent(kind));
        }
        return sent;
    }

    /** In the API's world. */
    private @Nullable Double seconds(Optional<Duration> real) {
        return real.map(length -> length.toMillis() / 1e3 * speed).orElse(null);
    }
}
