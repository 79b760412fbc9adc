package io.otpstream.app.live;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** Returns after that long, or at once when somebody wants the check to end: then with true. */
    boolean interrupted(Duration atMost) throws InterruptedException;
}
