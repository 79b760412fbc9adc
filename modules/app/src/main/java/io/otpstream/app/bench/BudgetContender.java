package io.otpstream.app.bench;

import io.otpstream.benchmarks.budget.Figures;

/** A client that is measured, with a vendor that nobody else uses. */
interface BudgetContender extends AutoCloseable {

    /** Sets it to work, and returns when it works. */
    void start() throws InterruptedException;

    /** What was before doesn't count. */
    void begin();

    /** What was achieved since then. */
    Figures figures();

    @Override
    void close();
}
