package io.otpstream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What README.md shows between fences. */
record Readme(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\R(.*?)^```$");

    static Readme read() {
        try {
            return new Readme(Files.readString(Path.of(System.getProperty("otpstream.root"), "README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> blocks() {
        return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** The block whose first line is this one. */
    String blockThatBegins(String firstLine) {
        return blocks().stream()
                .filter(block -> block.startsWith(firstLine))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README.md shows nothing that begins with: " + firstLine));
    }
}
