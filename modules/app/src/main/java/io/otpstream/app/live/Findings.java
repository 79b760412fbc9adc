package io.otpstream.app.live;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what was found out and passes it on at once. For one thread. */
final class Findings {

    private final Map<Assumption, Finding> found = new EnumMap<>(Assumption.class);
    private final Consumer<Finding> listener;

    Findings(Consumer<Finding> listener) {
        this.listener = listener;
    }

    /** Confirmed if it holds, refuted otherwise. */
    void decide(Assumption assumption, boolean holds, String evidence) {
        add(new Finding(assumption, holds ? Verdict.CONFIRMED : Verdict.REFUTED, evidence));
    }

    void untested(Assumption assumption, String why) {
        add(new Finding(assumption, Verdict.UNTESTED, why));
    }

    /** What nobody came to. */
    void untestedRest(String why) {
        for (Assumption assumption : Assumption.values()) {
            if (!found.containsKey(assumption)) {
                untested(assumption, why);
            }
        }
    }

    List<Finding> all() {
        return List.copyOf(found.values());
    }

    private void add(Finding finding) {
        found.put(finding.assumption(), finding);
        listener.accept(finding);
    }
}
