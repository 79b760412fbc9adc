package io.otpstream.app.budget;

import io.otpstream.app.text.JsonLine;
import io.otpstream.streams.calls.BudgetState;
import io.otpstream.streams.calls.CallKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The state of the fleet for programs. */
public final class BudgetJson {

    private static final double UNKNOWN = 0;

    private BudgetJson() {}

    /** One object with the sums, and with an object for each process. What isn't known, or doesn't apply, is null. */
    public static JsonLine line(FleetState fleet) {
        return JsonLine.empty()
                .with("at", fleet.at().toString())
                .with("idle", fleet.isIdle())
                .with("last_heard_at", text(fleet.lastHeard()))
                .with("divided_by", fleet.dividedBy().orElse(null))
                .with("limit_per_minute", fleet.isIdle() ? null : fleet.limits().last())
                .with("sent_last_minute", sent(fleet.sent(), fleet::sent))
                .with("waiting_interactive", fleet.interactive())
                .with("waiting_batch", fleet.batch())
                .with("oldest_wait_seconds", seconds(fleet.oldestWait()))
                .with("creates_per_minute", fleet.createsPerMinute())
                .with("clear_seconds", seconds(fleet.timeToClear()))
                .with(
                        "processes",
                        fleet.processes().stream().map(BudgetJson::process).toList());
    }

    private static Map<String, @Nullable Object> process(ProcessState process) {
        BudgetState state = process.told().state();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("process", process.told().process());
        object.put("name", process.told().name());
        object.put("heard_at", process.heardAt().toString());
        object.put("permits_per_second", process.permitsPerSecond());
        object.put("needed_per_second", process.told().needed());
        object.put("wanted_per_second", process.told().wanted());
        object.put("backlogged", process.told().backlogged());
        object.put("limit_per_minute", process.told().limitPerMinute());
        object.put("sent_last_minute", sent(process.sent(), process::sent));
        object.put("dropped_total", state.dropped());
        object.put("rate_limited_total", state.rateLimited());
        object.put("paused_until", text(Optional.ofNullable(state.pausedUntil())));
        object.put("clock_offset_millis", process.told().clockOffsetMillis());
        object.put("clock_off", state.clockOff());
        object.put("orders_paused_since", text(Optional.ofNullable(state.ordersPausedSince())));
        object.put("tasks", state.tasks());
        object.put("open_orders", process.workload().open());
        object.put("waiting_interactive", process.workload().interactive());
        object.put("waiting_batch", process.workload().batch());
        object.put("oldest_wait_seconds", seconds(process.oldestWait()));
        object.put("creates_per_minute", process.told().createsPerMinute());
        object.put("code_age_expected_seconds", known(state.expectedCodeAge()));
        object.put("looks_per_code", known(state.looksPerCode()));
        return object;
    }

    private static Map<String, Integer> sent(int sum, ToIntFunction<CallKind> byKind) {
        Map<String, Integer> object = new LinkedHashMap<>();
        object.put("total", sum);
        for (CallKind kind : CallKind.values()) {
            object.put(kind.name().toLowerCase(Locale.ROOT), byKind.applyAsInt(kind));
        }
        return object;
    }

    private static @Nullable Double seconds(Optional<Duration> duration) {
        return duration.map(length -> length.toMillis() / 1e3).orElse(null);
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static @Nullable Double known(double value) {
        return value == UNKNOWN ? null : value;
    }
}
