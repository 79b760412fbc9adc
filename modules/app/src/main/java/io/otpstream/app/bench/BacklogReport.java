package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a backlog does to those who don't belong to it.
 *
 * @param sendSeconds until the brokers had the batch
 * @param intakeSeconds from the first request of the batch until the pipeline had read and committed all of them;
 *     negative if it never has
 * @param p50Seconds from an interactive request to its number, as is p95 and the longest; of those that got one
 * @param withoutNumber interactive requests that got none within a minute of the last one
 * @param residentPeakBytes of the instance; null where the system doesn't say
 * @param alive whether the instance has lived through it
 */
public record BacklogReport(
        BacklogSettings settings,
        double sendSeconds,
        double intakeSeconds,
        double p50Seconds,
        double p95Seconds,
        double maxSeconds,
        int withoutNumber,
        @Nullable Long residentPeakBytes,
        boolean alive,
        long api429)
        implements BenchReport {

    private static final double MOST_P95_SECONDS = 5;
    private static final long MIB = 1024L * 1024;

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        check(alive, "the instance has ended by itself", violations);
        check(intakeSeconds >= 0, "the batch was never read to its end", violations);
        check(withoutNumber == 0, withoutNumber + " interactive requests got no number", violations);
        check(
                p95Seconds <= MOST_P95_SECONDS,
                "95 % of the numbers came within " + seconds(p95Seconds) + ", more than " + seconds(MOST_P95_SECONDS),
                violations);
        return violations;
    }

    @Override
    public String text() {
        return ("backlog: seed %d, %d batch requests sent in %s, read in %s; %d interactive ones meanwhile: number after"
                        + " %s (p50), %s (p95), %s (longest), %d without; %s MiB resident at most with %d MiB of heap;"
                        + " %d answers with 429")
                .formatted(
                        settings.seed(),
                        settings.batch(),
                        seconds(sendSeconds),
                        intakeSeconds < 0 ? "-" : seconds(intakeSeconds),
                        settings.interactive(),
                        seconds(p50Seconds),
                        seconds(p95Seconds),
                        seconds(maxSeconds),
                        withoutNumber,
                        residentPeakBytes == null ? "-" : residentPeakBytes / MIB,
                        ChildProcess.HEAP_MIB,
                        api429);
    }

    @Override
    public String json() {
        return JsonLine.empty()
                .with("seed", settings.seed())
                .with("batch", settings.batch())
                .with("interactive", settings.interactive())
                .with("send_s", rounded(sendSeconds))
                .with("intake_s", intakeSeconds < 0 ? null : rounded(intakeSeconds))
                .with("p50_s", p50Seconds)
                .with("p95_s", p95Seconds)
                .with("max_s", maxSeconds)
                .with("without_number", withoutNumber)
                .with("resident_peak_mib", residentPeakBytes == null ? null : residentPeakBytes / MIB)
                .with("heap_limit_mib", ChildProcess.HEAP_MIB)
                .with("alive", alive)
                .with("api_429", api429)
                .toString();
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1_000) / 1_000.0;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static void check(boolean holds, String otherwise, List<String> violations) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
