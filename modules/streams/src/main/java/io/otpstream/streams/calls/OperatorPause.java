package io.otpstream.streams.calls;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether people have paused new orders. Neither time nor a check ends it, only their word; everything else goes on.
 *
 * <p>Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class OperatorPause {

    private final Consumer<GateNews> listener;

    /** Where nobody reads what people say, nobody can have paused anything. */
    private OperatorWord word = new OperatorWord.Go();

    OperatorPause(Consumer<GateNews> listener) {
        this.listener = listener;
    }

    /** The latest that was said. The same again is no news. */
    void heed(OperatorWord latest) {
        OperatorWord before = word;
        word = latest;
        if (latest.equals(before)) {
            return;
        }
        switch (latest) {
            case OperatorWord.Stop stop -> listener.accept(new GateNews.PausedByHand(stop));
            case OperatorWord.Go go -> {
                if (before instanceof OperatorWord.Stop) {
                    listener.accept(new GateNews.ResumedByHand());
                }
            }
            case OperatorWord.Unheard unheard -> {
                // Lasts as long as it takes to read a topic of few records.
            }
        }
    }

    boolean isOn() {
        return switch (word) {
            case OperatorWord.Go go -> false;
            case OperatorWord.Unheard unheard -> true;
            case OperatorWord.Stop stop -> true;
        };
    }

    /** Since when people want it so; null if they don't, or if it isn't known. */
    @Nullable
    Instant since() {
        return word instanceof OperatorWord.Stop stop ? stop.since() : null;
    }
}
