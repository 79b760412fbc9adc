package io.otpstream.simulator.vendor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every call that was carried out because somebody wanted to buy, for the ledger. */
final class CreateLog {

    private final List<Line> lines = new ArrayList<>();

    /** One of them. */
    static final class Line {
        private final RepeatableCall call;
        private int quantity;
        private int made;
        private int replays;
        private @Nullable Refusal refused;

        private Line(RepeatableCall call) {
            this.call = call;
        }

        void noteQuantity(int wanted) {
            quantity = wanted;
        }

        void noteBought(int orders) {
            made = orders;
        }

        void noteRefused(Refusal refusal) {
            refused = refusal;
        }

        void noteReplay() {
            replays++;
        }

        private Ledger.CreateEntry entry() {
            return new Ledger.CreateEntry(
                    call.call(),
                    call.key().orElse(null),
                    call.info().requestId().orElse(null),
                    quantity,
                    made,
                    refused,
                    replays);
        }
    }

    /** Not in the log before it is added. */
    Line begin(RepeatableCall call) {
        return new Line(call);
    }

    void add(Line line) {
        lines.add(line);
    }

    List<Ledger.CreateEntry> entries() {
        return lines.stream().map(Line::entry).toList();
    }

    /** Orders made by calls whose key had been applied before. */
    long chargedTwice() {
        Set<String> applied = new HashSet<>();
        long twice = 0;
        for (Line line : lines) {
            Optional<String> name = line.call.key().map(key -> line.call.call() + " " + key);
            if (name.isPresent() && !applied.add(name.get())) {
                twice += line.made;
            }
        }
        return twice;
    }
}
