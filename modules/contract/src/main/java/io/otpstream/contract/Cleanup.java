package io.otpstream.contract;

/** How a topic gets rid of old records: Kafka's {@code cleanup.policy}. */
public enum Cleanup implements WireWord {
    /** By age. */
    DELETE,
    /** All but the last record of each key. */
    COMPACT
}
