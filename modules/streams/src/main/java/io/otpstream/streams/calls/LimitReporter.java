package io.otpstream.streams.calls;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of a 429. All processes together send no more than the limit that they were told, so somebody else uses
 * the token, or its limit is lower. Said once until there was none for a while. Safe for use by several threads.
 */
final class LimitReporter {

    private static final String ACTION =
            "Make sure that nothing else uses the token, or set rate.limit.per.minute to what it allows.";
    private static final int WINDOWS_WITHOUT = 10;

    private final AlertSink alerts;
    private final int limit;
    private final Duration episode;
    private @Nullable Instant last;

    /**
     * A reporter that has said nothing yet.
     *
     * @param limit requests in a minute of the API's
     * @param window that minute, real time
     */
    LimitReporter(AlertSink alerts, int limit, Duration window) {
        this.alerts = alerts;
        this.limit = limit;
        this.episode = window.multipliedBy(WINDOWS_WITHOUT);
    }

    /**
     * The API answered with 429.
     *
     * @param sent requests that this process has sent in the last minute of the API's
     */
    synchronized void rateLimited(int sent, Instant now) {
        boolean isNews = last == null || last.plus(episode).isBefore(now);
        last = now;
        if (isNews) {
            String message =
                    ("The API answered 429 though all instances together keep to %d requests a minute; this one"
                                    + " has sent %d. Somebody else uses the token, or it allows less than rate.limit.per.minute.")
                            .formatted(limit, sent);
            alerts.raise(Alert.raised(AlertKind.RATE_LIMITED.word(), null, message, ACTION, now, Severity.WARNING));
        }
    }
}
