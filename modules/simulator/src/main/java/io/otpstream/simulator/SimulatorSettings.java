package io.otpstream.simulator;

import io.otpstream.simulator.vendor.ArrivalCurve;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.PublishedRules;
import io.otpstream.simulator.vendor.VendorRules;
import java.time.Duration;

/**
 * How a simulator is started.
 *
 * @param host address to listen on; anything but loopback lets others in, who need no token for the control calls
 * @param port 0 takes a free one
 * @param speed how much faster than real the vendor lives, 1 or more: every duration of the rules and the minute of the
 *     rate limit are divided by it
 * @param rules what the vendor is like
 */
public record SimulatorSettings(String host, int port, double speed, VendorRules rules) {

    private static final int MAX_PORT = 65_535;
    private static final double MAX_SPEED = 10_000;

    /** @throws IllegalArgumentException naming the component that is out of range */
    public SimulatorSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: expected an address to listen on");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: expected 0 to " + MAX_PORT);
        }
        if (!(speed >= 1 && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("speed: expected 1 to 10000");
        }
    }

    /** A free port on 127.0.0.1, real time, and the guide's figures. */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings("127.0.0.1", 0, 1, VendorRules.ordinary());
    }

    public SimulatorSettings withHost(String otherHost) {
        return new SimulatorSettings(otherHost, port, speed, rules);
    }

    public SimulatorSettings withPort(int otherPort) {
        return new SimulatorSettings(host, otherPort, speed, rules);
    }

    public SimulatorSettings withSpeed(double otherSpeed) {
        return new SimulatorSettings(host, port, otherSpeed, rules);
    }

    public SimulatorSettings withRules(VendorRules otherRules) {
        return new SimulatorSettings(host, port, speed, otherRules);
    }

    /** The same with another contract to keep. */
    public SimulatorSettings withDialect(Dialect dialect) {
        return withRules(rules.withDialect(dialect));
    }

    /** The same with other rules of the published contract. */
    public SimulatorSettings withPublished(PublishedRules published) {
        return withRules(rules.withPublished(published));
    }

    /** The same with other chances. */
    public SimulatorSettings withSeed(long seed) {
        return withRules(rules.withSeed(seed));
    }

    /** The same with codes that come sooner, later, more or less often. */
    public SimulatorSettings withArrival(ArrivalCurve arrival) {
        return withRules(rules.withArrival(arrival));
    }

    /** The same with orders that live longer or shorter, in model time. */
    public SimulatorSettings withOrderLifetime(Duration orderLifetime) {
        return withRules(rules.withOrderLifetime(orderLifetime));
    }

    /** The same with answers that take so long on average, in model time. */
    public SimulatorSettings withLatency(Duration latency) {
        return withRules(rules.withLatency(latency));
    }

    /** The same with prices that move by up to this share of the ordinary ones, 0 to 1. */
    public SimulatorSettings withPriceChanges(double share) {
        return withRules(rules.withPriceChanges(share));
    }

    /** The same with faults from the start, until they are changed. */
    public SimulatorSettings withOutage(Outage outage) {
        return withRules(rules.withOutage(outage));
    }

    /** The same with another amount on the account, in whole rupiah. */
    public SimulatorSettings withStartBalanceIdr(long startBalanceIdr) {
        return withRules(rules.withStartBalanceIdr(startBalanceIdr));
    }

    /** The same with another rate limit per token and minute of model time. */
    public SimulatorSettings withRequestsPerMinute(int requestsPerMinute) {
        return withRules(rules.withRequestsPerMinute(requestsPerMinute));
    }
}
