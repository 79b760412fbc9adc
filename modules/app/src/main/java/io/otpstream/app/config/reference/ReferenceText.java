package io.otpstream.app.config.reference;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reference on a terminal, and for programs. */
public final class ReferenceText {

    private static final int WIDTH = 96;
    private static final String INDENT = "    ";

    private ReferenceText() {}

    /** What a person wants to know about a key: its name, and indented lines below it. */
    public static List<String> lines(KeyDescription key) {
        List<String> below = new ArrayList<>(Paragraph.wrapped(key.documentation(), WIDTH));
        below.addAll(Paragraph.wrapped("value:    " + key.expected(), WIDTH));
        below.add("default:  " + (key.byDefault().isEmpty() ? "nothing" : key.byDefault()));
        below.add("variable: " + key.variable());
        if (!key.checkedWith().isEmpty()) {
            below.add("has to agree with: " + String.join(", ", key.checkedWith()));
        }
        List<String> lines = new ArrayList<>(List.of(key.key()));
        below.forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    /** One object with everything. */
    public static String jsonLine(KeyDescription key) {
        return JsonLine.empty()
                .with("key", key.key())
                .with("group", key.group().name().toLowerCase(Locale.ROOT))
                .with("variable", key.variable())
                .with("expected", key.expected())
                .with("default", key.byDefault())
                .with("secret", key.secret())
                .with("importance", key.importance())
                .with("documentation", key.documentation())
                .with("checked_with", key.checkedWith())
                .toString();
    }
}
