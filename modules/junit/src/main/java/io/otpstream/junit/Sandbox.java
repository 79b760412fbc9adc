package io.otpstream.junit;

import io.otpstream.app.local.LocalStack;
import io.otpstream.simulator.Simulator;
import java.net.URI;

/**
 * A broker, a simulated vendor and the pipeline in this JVM, all on 127.0.0.1: what tests run against while no broker is
 * configured. All tests of the JVM share one. Safe for use by several threads.
 */
public final class Sandbox {

    private final LocalStack stack;

    Sandbox(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Where the tested application sends its texts: it posts {@code {"to": "+62…", "text": "Your code is 847291"}} there
     * as JSON, and is answered with 200 when the number is rented at the moment.
     */
    public URI textUri() {
        return URI.create(simulator().controlUri() + "/sms");
    }

    /**
     * Texts a rented number, in place of an application. The code is the first group of 4 to 8 digits.
     *
     * @throws io.otpstream.simulator.vendor.RefusedException when the number is not rented at the moment
     */
    public void text(String phoneNumber, String text) {
        simulator().text(phoneNumber, text);
    }

    /** The vendor, which can be made to fail. Its failures meet all tests that run at the same time. */
    public Simulator simulator() {
        return stack.simulator();
    }

    /** For Kafka clients of the tested application's own. */
    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    /** A page that shows what happens. */
    public URI dashboard() {
        return stack.dashboard();
    }
}
