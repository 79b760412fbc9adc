package io.otpstream.benchmarks.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes down what a client achieves, from {@link #begin} on. Safe for use by several threads. */
public final class Measurement {

    private static final double SECONDS = 1e9;

    private final InstantSource clock;
    private final Supplier<ApiCounts> counts;
    private final List<Published> codes = new ArrayList<>();
    private ApiCounts countsBefore;
    private Instant begun;
    private long ended;

    private record Published(String orderId, Instant at) {}

    /**
     * Begins; to do so again after a while leaves that out.
     *
     * @param clock the one by which texts arrive
     * @param counts of the client's own vendor, now
     */
    public Measurement(InstantSource clock, Supplier<ApiCounts> counts) {
        this.clock = clock;
        this.counts = counts;
        this.countsBefore = counts.get();
        this.begun = clock.instant();
    }

    /** What was before doesn't count. */
    public void begin() {
        ApiCounts before = counts.get();
        synchronized (this) {
            codes.clear();
            ended = 0;
            countsBefore = before;
            begun = clock.instant();
        }
    }

    /**
     * A verification has come to its end.
     *
     * @param orderOfCode the order whose code can be used from now on; empty if there is none
     */
    public synchronized void ended(Optional<String> orderOfCode) {
        ended++;
        orderOfCode.ifPresent(orderId -> codes.add(new Published(orderId, clock.instant())));
    }

    /**
     * The time from the beginning until now, in figures.
     *
     * @param texts tells when the text of an order came to the vendor; asked for once no more codes are counted, as a text
     *     may come and its code be published at any moment
     * @throws IllegalStateException when there was no code, for then there is nothing to measure
     */
    public Figures figures(Supplier<Function<String, Instant>> texts) {
        ApiCounts now = counts.get();
        synchronized (this) {
            if (codes.isEmpty()) {
                throw new IllegalStateException("not one code came within the time that was measured");
            }
            ApiCounts during = now.since(countsBefore);
            Function<String, Instant> textedAt = texts.get();
            double minutes = Duration.between(begun, clock.instant()).toNanos() / SECONDS / 60;
            double[] ages = codes.stream()
                    .mapToDouble(code -> Duration.between(textedAt.apply(code.orderId()), code.at())
                                    .toNanos()
                            / SECONDS)
                    .sorted()
                    .toArray();
            double sum = 0;
            for (double age : ages) {
                sum += age;
            }
            return new Figures(
                    ended,
                    ages.length,
                    ended / minutes,
                    (double) during.requests() / ended,
                    (double) during.looks() / ended,
                    sum / ages.length,
                    ages[(int) Math.ceil(0.95 * ages.length) - 1],
                    during.rateLimited(),
                    (double) during.orders() / during.creates(),
                    (double) during.finishes() / ages.length);
        }
    }
}
