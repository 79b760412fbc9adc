package io.otpstream.app.deadletters;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PlainText;
import io.otpstream.app.text.TextTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Letters, and what is done with them, for people and for programs. Values are not shown. */
public final class DeadLetterText {

    private DeadLetterText() {}

    /**
     * A line for each letter, below headings.
     *
     * @param isPutBack whether a letter was put back
     */
    public static List<String> table(List<DeadLetter> letters, Predicate<LetterId> isPutBack) {
        TextTable table = TextTable.withHeadings("ID", "TIME", "FROM", "KEY", "FIELD", "REPLAYED", "REASON");
        for (DeadLetter letter : letters) {
            table.row(
                    letter.id().toString(),
                    letter.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    from(letter),
                    letter.key().isEmpty() ? "-" : PlainText.of(letter.key()),
                    letter.why().field() == null
                            ? "-"
                            : PlainText.of(letter.why().field()),
                    isPutBack.test(letter.id()) ? "yes" : "no",
                    PlainText.of(letter.why().reason()));
        }
        return table.lines();
    }

    /** One letter as an object. */
    public static String jsonLine(DeadLetter letter, boolean putBack) {
        return JsonLine.empty()
                .with("id", letter.id().toString())
                .with("partition", letter.id().partition())
                .with("offset", letter.id().offset())
                .with("at", letter.at().toString())
                .with("from_topic", letter.why().topic())
                .with("from_partition", letter.why().partition())
                .with("from_offset", letter.why().offset())
                .with("key", letter.key())
                .with("field", letter.why().field())
                .with("reason", letter.why().reason())
                .with("has_value", letter.hasValue())
                .with("replayed", putBack)
                .toString();
    }

    /**
     * What is done with a letter.
     *
     * @param preview whether it is only what would be done
     */
    public static String line(ReplayStep step, boolean preview) {
        return switch (step) {
            case ReplayStep.PutBack(var id, var to) -> (preview ? "would replay " : "replayed ") + id + " to " + to;
            case ReplayStep.Done(var id) -> "skipped " + id + ": replayed before";
            case ReplayStep.Refused(var id, var reason) -> "refused " + id + ": " + reason + " (--force replays it)";
            case ReplayStep.Missing(var id) -> "no letter " + id;
        };
    }

    /** The same as an object; {@code event} is replayed, would_replay, skipped, refused or missing. */
    public static String jsonLine(ReplayStep step, boolean preview) {
        JsonLine line = JsonLine.empty();
        JsonLine whole =
                switch (step) {
                    case ReplayStep.PutBack(var id, var to) ->
                        event(line, preview ? "would_replay" : "replayed", id).with("to", to);
                    case ReplayStep.Done(var id) -> event(line, "skipped", id).with("reason", "replayed before");
                    case ReplayStep.Refused(var id, var reason) ->
                        event(line, "refused", id).with("reason", reason);
                    case ReplayStep.Missing(var id) -> event(line, "missing", id);
                };
        return whole.toString();
    }

    private static JsonLine event(JsonLine line, String event, LetterId id) {
        return line.with("event", event).with("id", id.toString());
    }

    private static String from(DeadLetter letter) {
        return PlainText.of(letter.why().topic()) + " " + letter.why().partition() + ":"
                + letter.why().offset();
    }
}
