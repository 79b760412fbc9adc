package io.otpstream.benchmarks.simulation;

import io.otpstream.streams.watch.PushedEvent;
import java.time.Duration;
import java.time.Instant;

/** Whether the vendor tells of texts by itself, and how often it is asked. */
enum Pushing {
    /** It has to be asked. */
    NONE(Duration.ofSeconds(5)) {
        @Override
        void begin(Agenda agenda, SimulatedVendor vendor, SimulatedProcess process) {}
    },
    /** A receiver writes what it is told to a topic that the process reads. */
    TEXTS(Duration.ofSeconds(30)) {
        @Override
        void begin(Agenda agenda, SimulatedVendor vendor, SimulatedProcess process) {
            vendor.onText(orderId -> agenda.after(ON_ITS_WAY, () -> process.pushed(event(orderId, agenda.instant()))));
        }
    };

    /** Webhook, topic and listener, as measured between processes on one machine. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(30);

    private final Duration lookInterval;

    Pushing(Duration lookInterval) {
        this.lookInterval = lookInterval;
    }

    /** Between two looks at all orders. */
    Duration lookInterval() {
        return lookInterval;
    }

    abstract void begin(Agenda agenda, SimulatedVendor vendor, SimulatedProcess process);

    private static PushedEvent event(String orderId, Instant at) {
        return PushedEvent.of(PushedEvent.Kind.OTP_RECEIVED, orderId, 1, SimulatedVendor.codeOf(orderId), null, at);
    }
}
