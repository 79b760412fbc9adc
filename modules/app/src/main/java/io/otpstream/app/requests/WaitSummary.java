package io.otpstream.app.requests;

import io.otpstream.contract.Outcome;
import java.util.List;

/**
 * What waiting came to.
 *
 * @param codes how many requests got their code
 * @param withoutCode how each of the others ended that did end
 * @param open the ids of those that nothing final was heard of
 */
public record WaitSummary(int codes, List<Outcome> withoutCode, List<String> open) {

    /** Keeps its own copies. */
    public WaitSummary {
        withoutCode = List.copyOf(withoutCode);
        open = List.copyOf(open);
    }
}
