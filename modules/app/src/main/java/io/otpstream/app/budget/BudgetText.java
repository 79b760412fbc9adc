package io.otpstream.app.budget;

import io.otpstream.app.text.PlainText;
import io.otpstream.app.text.TextTable;
import io.otpstream.streams.calls.CallKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the fleet for people. */
public final class BudgetText {

    private static final String NONE = "-";

    private BudgetText() {}

    /** The sums, then a table of what each process has and uses, then one of what it has to do. */
    public static List<String> lines(FleetState fleet) {
        if (fleet.isIdle()) {
            return List.of("idle: nobody has asked for requests "
                    + fleet.lastHeard().map(at -> "since " + second(at)).orElse("yet"));
        }
        List<String> lines = new ArrayList<>(sums(fleet));
        lines.add("");
        lines.addAll(permits(fleet));
        lines.add("");
        lines.addAll(work(fleet));
        return lines;
    }

    private static List<String> sums(FleetState fleet) {
        List<String> lines = new ArrayList<>();
        lines.add("%d of %d requests in the last minute: %d create, %d look, %d cancel, %d finish, %d control"
                .formatted(
                        fleet.sent(),
                        fleet.limits().last(),
                        fleet.sent(CallKind.CREATE),
                        fleet.sent(CallKind.LOOK),
                        fleet.sent(CallKind.CANCEL),
                        fleet.sent(CallKind.FINISH),
                        fleet.sent(CallKind.CONTROL)));
        lines.add(waiting(fleet));
        lines.add("the budget is divided by "
                + fleet.dividedBy().map(PlainText::of).orElse("nobody"));
        if (fleet.limits().size() > 1) {
            lines.add("note: the processes have different settings of rate.limit.per.minute: " + fleet.limits());
        }
        return lines;
    }

    private static String waiting(FleetState fleet) {
        return fleet.oldestWait()
                .map(oldest -> "%d wait: %d interactive, %d batch; the oldest for %s; all have an order %s"
                        .formatted(
                                fleet.interactive() + fleet.batch(),
                                fleet.interactive(),
                                fleet.batch(),
                                length(oldest),
                                fleet.timeToClear()
                                        .map(time -> "in about " + length(time))
                                        .orElse("nobody knows when")))
                .orElse("no request waits");
    }

    private static List<String> permits(FleetState fleet) {
        TextTable table = TextTable.withHeadings(
                "PROCESS",
                ">HAS/s",
                ">NEEDS/s",
                ">WANTS/s",
                ">SENT",
                ">CREATE",
                ">LOOK",
                ">CANCEL",
                ">FINISH",
                ">CONTROL",
                ">DROPPED",
                ">429",
                ">CLOCK ms",
                "PAUSED UNTIL");
        for (ProcessState process : fleet.processes()) {
            table.row(
                    PlainText.of(process.told().name()),
                    decimal(process.permitsPerSecond()),
                    decimal(process.told().needed()),
                    process.told().backlogged() ? "any" : decimal(process.told().wanted()),
                    Integer.toString(process.sent()),
                    Integer.toString(process.sent(CallKind.CREATE)),
                    Integer.toString(process.sent(CallKind.LOOK)),
                    Integer.toString(process.sent(CallKind.CANCEL)),
                    Integer.toString(process.sent(CallKind.FINISH)),
                    Integer.toString(process.sent(CallKind.CONTROL)),
                    Long.toString(process.told().state().dropped()),
                    Long.toString(process.told().state().rateLimited()),
                    clock(process),
                    instant(process.told().state().pausedUntil()));
        }
        return table.lines();
    }

    private static List<String> work(FleetState fleet) {
        TextTable table = TextTable.withHeadings(
                "PROCESS",
                ">OPEN",
                ">INTERACTIVE",
                ">BATCH",
                ">OLDEST",
                ">CREATES/min",
                ">CODE AGE s",
                ">LOOKS/CODE",
                "HEARD AT");
        for (ProcessState process : fleet.processes()) {
            table.row(
                    PlainText.of(process.told().name()),
                    Integer.toString(process.workload().open()),
                    Integer.toString(process.workload().interactive()),
                    Integer.toString(process.workload().batch()),
                    process.oldestWait().map(BudgetText::length).orElse(NONE),
                    decimal(process.told().createsPerMinute()),
                    known(process.told().state().expectedCodeAge()),
                    known(process.told().state().looksPerCode()),
                    second(process.heardAt()));
        }
        return table.lines();
    }

    private static String clock(ProcessState process) {
        long ahead = process.told().clockOffsetMillis();
        return process.told().state().clockOff() ? "OFF " + ahead : Long.toString(ahead);
    }

    private static String instant(@Nullable Instant instant) {
        return Optional.ofNullable(instant).map(BudgetText::second).orElse(NONE);
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Zero stands for what isn't known yet. */
    private static String known(double value) {
        return value == 0 ? NONE : decimal(value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String length(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        }
        return duration.compareTo(Duration.ofHours(2)) < 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
