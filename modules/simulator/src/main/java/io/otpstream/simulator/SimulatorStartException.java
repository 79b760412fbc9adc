package io.otpstream.simulator;

/** The simulator did not start; the message is a sentence for the person who started it. */
public final class SimulatorStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SimulatorStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
