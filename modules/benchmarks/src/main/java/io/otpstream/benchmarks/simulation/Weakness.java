package io.otpstream.benchmarks.simulation;

/** A guard of the pipeline that is left out, to see whether the simulation notices. */
enum Weakness {
    NONE,
    /** Calls leave before the transaction that announces them is committed. */
    CALLS_BEFORE_COMMIT,
    /** Who has lost the task can still commit. */
    NO_FENCE,
    /** Inherited creates are doubted without waiting for their answers. */
    DOUBTS_AT_ONCE,
    /** Orders are looked at every 4 s. */
    HASTY_LOOKS,
    /** The budget allows twice what the vendor does. */
    GENEROUS_BUDGET
}
