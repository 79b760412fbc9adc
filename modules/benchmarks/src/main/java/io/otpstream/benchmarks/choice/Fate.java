package io.otpstream.benchmarks.choice;

import java.time.Duration;

/** What becomes of an order. */
sealed interface Fate {

    /** Its text comes so long after its placing. */
    record Text(Duration after) implements Fate {}

    /** The platform doesn't take the number, and so long after its placing the requester says that. */
    record Refused(Duration after) implements Fate {}

    /** Nothing comes, until it is given up. */
    record Silence() implements Fate {}
}
