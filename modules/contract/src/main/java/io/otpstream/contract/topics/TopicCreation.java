package io.otpstream.contract.topics;

import java.util.List;

/**
 * What creating topics came to.
 *
 * @param created topics that weren't there
 * @param existing topics that were there already and were left as they are
 */
public record TopicCreation(List<String> created, List<String> existing) {

    /** Keeps its own copies. */
    public TopicCreation {
        created = List.copyOf(created);
        existing = List.copyOf(existing);
    }
}
