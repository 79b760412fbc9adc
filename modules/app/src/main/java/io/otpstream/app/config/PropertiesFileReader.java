package io.otpstream.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A properties file with the line of every entry. {@link Properties} reads the entries, one after the other, so that
 * escapes and continued lines mean what they mean elsewhere.
 */
final class PropertiesFileReader {

    private final Path file;
    private final Consumer<String> problems;

    PropertiesFileReader(Path file, Consumer<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Setting> read() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            problems.accept("the configuration file " + file + " can't be read: expected a UTF-8 properties file");
            return List.of();
        }
        List<Setting> settings = new ArrayList<>();
        for (int first = 0; first < lines.size(); ) {
            int next = endOfEntry(lines, first);
            entry(String.join("\n", lines.subList(first, next)), first + 1, settings);
            first = next;
        }
        return settings;
    }

    private void entry(String text, int line, List<Setting> settings) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            problems.accept(file + ":" + line + ": malformed \\u escape");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            if (settings.stream().anyMatch(earlier -> earlier.key().equals(key))) {
                problems.accept(key + " (" + file + ":" + line + "): given twice in this file");
            }
            settings.add(new Setting(key, one.getProperty(key).strip(), new Source.PropertiesFile(file, line)));
        }
    }

    /** The line after the entry that begins at {@code first}: a backslash at the end continues it. */
    private static int endOfEntry(List<String> lines, int first) {
        int last = first;
        while (!isComment(lines.get(first)) && isContinued(lines.get(last)) && last + 1 < lines.size()) {
            last++;
        }
        return last + 1;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
