package io.otpstream.domain.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** The new state, and what the outside world has to do about it, in this order. */
public record Decision(State state, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    static Decision to(State state, Effect... effects) {
        return new Decision(state, List.of(effects));
    }

    /** The same state, with effects that come before the ones decided. */
    Decision after(Effect first) {
        List<Effect> all = new ArrayList<>();
        all.add(first);
        all.addAll(effects);
        return new Decision(state, all);
    }
}
