package io.otpstream.dashboard.tables;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Severity;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What alerts say, as they were read in order. Keeps a bounded number of them. Safe for use by several threads. */
final class AlertBook {

    private static final int MOST_SUBJECTS = 500;
    private static final int MOST_RECENT = 100;

    private static final Comparator<Alert> WORST_FIRST = Comparator.comparingInt(AlertBook::rank)
            .thenComparing(Comparator.comparing(Alert::at).reversed());

    private final Map<Matter, Alert> raised = new LinkedHashMap<>();
    private final Deque<Alert> recent = new ArrayDeque<>();

    private record Matter(String kind, @Nullable String subject) {}

    synchronized void accept(Alert alert) {
        Matter matter = new Matter(alert.kind(), alert.subject());
        // Taken out first, so that the oldest comes first.
        Alert before = raised.remove(matter);
        switch (alert.state()) {
            case CLEARED -> remember(alert);
            case RAISED, UNKNOWN -> {
                raised.put(matter, alert);
                if (before != null) {
                    remember(before);
                }
                forgetOldest();
            }
        }
    }

    synchronized Alerts read() {
        return new Alerts(raised.values().stream().sorted(WORST_FIRST).toList(), List.copyOf(recent));
    }

    private void forgetOldest() {
        if (raised.size() > MOST_SUBJECTS) {
            remember(raised.remove(raised.keySet().iterator().next()));
        }
    }

    private void remember(@Nullable Alert over) {
        if (over != null) {
            recent.addFirst(over);
        }
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
    }

    private static int rank(Alert alert) {
        Severity severity = alert.severity();
        return severity == null
                ? 3
                : switch (severity) {
                    case CRITICAL -> 0;
                    case WARNING -> 1;
                    case INFO -> 2;
                    case UNKNOWN -> 3;
                };
    }
}
