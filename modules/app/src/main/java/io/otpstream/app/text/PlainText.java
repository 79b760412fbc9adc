package io.otpstream.app.text;

/** Texts that came from elsewhere, made safe for a terminal. */
public final class PlainText {

    private PlainText() {}

    /** The same on one line, control characters as dots: a text on a topic must not steer the terminal that shows it. */
    public static String of(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? '.' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
