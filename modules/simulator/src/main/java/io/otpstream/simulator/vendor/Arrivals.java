package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;

/**
 * When requests came, refused ones included, those with a token that is not valid excepted. Nanoseconds of model time
 * since the start, so that whoever counts windows comes to what the vendor does.
 *
 * @param nowNanos the moment at which this was true
 * @param arrivalsNanos one list per token, whose name stays unsaid; the last hour, 100,000 at most
 */
public record Arrivals(long nowNanos, List<List<Long>> arrivalsNanos) {

    public Arrivals {
        arrivalsNanos = arrivalsNanos.stream().map(List::copyOf).toList();
    }

    static Arrivals of(Duration now, List<List<Duration>> arrivals) {
        return new Arrivals(
                now.toNanos(),
                arrivals.stream()
                        .map(token -> token.stream().map(Duration::toNanos).toList())
                        .toList());
    }
}
