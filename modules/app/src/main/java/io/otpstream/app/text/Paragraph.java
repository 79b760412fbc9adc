package io.otpstream.app.text;

import java.util.ArrayList;
import java.util.List;

/** Sentences in lines. */
public final class Paragraph {

    private Paragraph() {}

    /** The same words in lines of at most {@code width} characters; a longer word has a line of its own. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
