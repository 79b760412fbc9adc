package io.otpstream.domain.purchase;

import java.util.List;

/** What an answer means to its purchase. */
public sealed interface Verdict {

    /** It is sent again when its time comes. */
    record Again(Purchase purchase) implements Verdict {}

    /** It is over, and forgotten: its members are told, in this order. */
    record Over(List<Told> told) implements Verdict {
        public Over {
            told = List.copyOf(told);
        }
    }
}
