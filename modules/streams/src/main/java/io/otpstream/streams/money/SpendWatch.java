package io.otpstream.streams.money;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import io.otpstream.domain.money.Spend;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.domain.money.SpendCaps.Reached;
import io.otpstream.streams.fleet.Pause;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops new orders in all processes when a cap is reached, until the hour or the day ends or refunds bring the spend
 * below it.
 */
final class SpendWatch {

    private static final String KIND = AlertKind.SPEND_CAP_REACHED.word();
    private static final String FROM = "ledger";

    private final SpendCaps caps;
    private final Consumer<LedgerOutput> outputs;

    SpendWatch(SpendCaps caps, Consumer<LedgerOutput> outputs) {
        this.caps = caps;
        this.outputs = outputs;
    }

    /**
     * The spend may be another.
     *
     * @param repeat say it again while it holds, for processes that were not there
     */
    Episodes look(Episodes before, Spend spend, boolean repeat, Instant now) {
        Reached reached = caps.reached(spend).orElse(null);
        Instant was = before.cappedUntil();
        Instant until = reached == null ? null : reached.until();
        if (until != null && (repeat || !until.equals(was))) {
            outputs.accept(new LedgerOutput.Paused(Pause.ofSpend(FROM, until)));
        }
        if (reached != null && was == null) {
            raise(reached, spend, now);
        }
        if (until == null && was != null) {
            release(was, now);
        }
        return before.withCappedUntil(until);
    }

    private void raise(Reached reached, Spend spend, Instant now) {
        String what =
                switch (reached) {
                    case Reached.OfHour hour ->
                        "this hour %d IDR are spent or locked, and spend.cap.idr.per.hour is %d"
                                .formatted(spend.hourIdr(), hour.capIdr());
                    case Reached.OfDay day ->
                        "this day %d IDR are spent or locked, and spend.cap.idr.per.day is %d"
                                .formatted(spend.dayIdr(), day.capIdr());
                };
        outputs.accept(new LedgerOutput.Raised(Alert.raised(
                KIND,
                null,
                "No new orders before %s: %s. Requests wait.".formatted(reached.until(), what),
                "Wait: orders go on by themselves. Or raise the cap in all processes and restart them.",
                now,
                Severity.WARNING)));
    }

    private void release(@Nullable Instant was, Instant now) {
        if (was != null && was.isAfter(now)) {
            // Gates wait for a time: one that is past opens them.
            outputs.accept(new LedgerOutput.Paused(Pause.ofSpend(FROM, now)));
        }
        outputs.accept(
                new LedgerOutput.Raised(Alert.cleared(KIND, null, "The spend is below its cap: orders go on.", now)));
    }
}
