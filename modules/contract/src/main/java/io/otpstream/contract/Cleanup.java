package io.otpstream.contract;

/** How a topic gets rid of old records: Kafka's {@code cleanup.policy}. */
public enum Cleanup implements WireWord {
    /** By age. */
    DELETE("delete"),
    /** All but the last record of each key. */
    COMPACT("compact"),
    /** All but the last record of each key, and that one by age. */
    COMPACT_DELETE("compact,delete");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** In Kafka's words. */
    public String policy() {
        return policy;
    }
}
