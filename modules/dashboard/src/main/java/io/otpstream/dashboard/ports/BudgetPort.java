package io.otpstream.dashboard.ports;

import java.util.Optional;

/** Tells how the requests that the API token allows are shared and used. Safe for use by several threads. */
@FunctionalInterface
public interface BudgetPort {

    /** How it is now, without waiting for anything; nothing while it isn't known. */
    Optional<Budget> budget();
}
