package io.otpstream.app.cluster;

import java.util.List;

/**
 * What sending came to.
 *
 * @param sent how many records all replicas have
 * @param unsent the request ids of all others. Those that timed out may have arrived all the same, so they are sent again
 *     with the same ids
 * @param reason why the first one failed; empty if none did, as where sending was stopped
 */
public record SendReport(int sent, List<String> unsent, String reason) {

    /** Keeps its own copy of the list. */
    public SendReport {
        unsent = List.copyOf(unsent);
    }
}
