package io.otpstream.simulator;

import io.otpstream.simulator.vendor.ArrivalCurve;
import io.otpstream.simulator.vendor.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A simulator on a free port whose clock stands still, and a customer. Codes arrive 21 s after their order. */
abstract class SimulatorTestBase {

    static final SimulatorSettings PUNCTUAL =
            SimulatorSettings.defaults().withArrival(new ArrivalCurve(Duration.ofSeconds(21), 0, 1));

    final ManualTime time = new ManualTime();
    final Simulator simulator;
    final SimulatorClient client;

    SimulatorTestBase() {
        this(PUNCTUAL);
    }

    SimulatorTestBase(SimulatorSettings settings) {
        simulator = Simulator.start(settings, time);
        client = new SimulatorClient(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }
}
