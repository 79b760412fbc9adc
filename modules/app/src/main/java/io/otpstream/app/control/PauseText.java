package io.otpstream.app.control;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PlainText;
import io.otpstream.streams.calls.OperatorWord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pause of new orders for people and for programs. */
public final class PauseText {

    private PauseText() {}

    /** A sentence on one line. */
    public static String line(String application, Optional<OperatorWord.Stop> pause) {
        return pause.map(stop -> line(application, stop))
                .orElseGet(() -> "new orders of " + PlainText.of(application) + " are placed");
    }

    /** A sentence on one line. */
    public static String line(String application, OperatorWord.Stop pause) {
        String reason = pause.reason();
        return "new orders of %s are paused since %s by %s%s"
                .formatted(
                        PlainText.of(application),
                        pause.since(),
                        PlainText.of(pause.by()),
                        reason == null ? "" : ": " + PlainText.of(reason));
    }

    /** One object: application_id, paused, since, by, reason; the last three are null where they don't apply. */
    public static JsonLine json(String application, Optional<OperatorWord.Stop> pause) {
        JsonLine line = JsonLine.empty();
        fields(application, pause).forEach(line::with);
        return line;
    }

    /** The same as a part of another object. */
    public static Map<String, @Nullable Object> fields(String application, Optional<OperatorWord.Stop> pause) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("application_id", application);
        fields.put("paused", pause.isPresent());
        fields.put("since", pause.map(stop -> stop.since().toString()).orElse(null));
        fields.put("by", pause.map(OperatorWord.Stop::by).orElse(null));
        fields.put(
                "reason",
                pause.flatMap(stop -> Optional.ofNullable(stop.reason())).orElse(null));
        return fields;
    }
}
