package io.otpstream.app.requests;

import io.otpstream.contract.Outcome;
import java.util.ArrayList;
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

    /** What it came to after somebody has gone on waiting for those that were open. */
    public WaitSummary then(WaitSummary later) {
        List<Outcome> all = new ArrayList<>(withoutCode);
        all.addAll(later.withoutCode());
        return new WaitSummary(codes + later.codes(), all, later.open());
    }
}
