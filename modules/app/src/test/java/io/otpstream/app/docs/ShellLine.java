package io.otpstream.app.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * What a line of a shell runs, as far as documents go: words with quotes, comments, pipes, lists, groups, redirections and
 * variables before a command. What is substituted into a word is left in it unread.
 */
public final class ShellLine {

    private static final String OPERATORS = "|&;()";

    private final String line;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellLine(String line) {
        this.line = line;
    }

    /** The words of each command, without variables before it and redirections. */
    public static List<List<String>> commands(String line) {
        return new ShellLine(line).read();
    }

    private List<List<String>> read() {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'' || c == '"') {
                i = quoted(i, c);
            } else if (c == '#' && !inWord) {
                break;
            } else if (OPERATORS.indexOf(c) >= 0 && !(c == '(' && inWord)) {
                endCommand();
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else {
                append(c);
            }
        }
        endCommand();
        return commands;
    }

    private int quoted(int open, char quote) {
        int close = line.indexOf(quote, open + 1);
        if (close < 0) {
            throw new IllegalArgumentException("a quote isn't closed: " + line);
        }
        inWord = true;
        word.append(line, open + 1, close);
        return close;
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private void endCommand() {
        endWord();
        List<String> command = withoutRedirections(
                words.stream().dropWhile(each -> each.matches("[A-Z_]+=.*")).toList());
        if (!command.isEmpty()) {
            commands.add(command);
        }
        words = new ArrayList<>();
    }

    private static List<String> withoutRedirections(List<String> all) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).matches("\\d?(>>?|<)")) {
                i++;
            } else if (!all.get(i).matches("\\d?[<>].+")) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }
}
