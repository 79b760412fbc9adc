package io.otpstream.dashboard.view;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether requests are served and what is shown is how it is.
 *
 * @param pipeline whether the pipeline has its partitions and goes on
 * @param tables whether the tables are complete, and the brokers answer
 */
public record Readiness(boolean pipeline, boolean tables) {

    /** Whether both hold. */
    @JsonProperty
    public boolean ready() {
        return pipeline && tables;
    }
}
