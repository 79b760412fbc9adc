package io.otpstream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a document shows between fences.
 *
 * @param name from the root of the sources
 */
record Page(String name, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\R(.*?)^```$");

    static Page read(String name) {
        try {
            return new Page(name, Files.readString(root().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where commands are to be run that are shown. */
    static Path root() {
        return Path.of(System.getProperty("otpstream.root"));
    }

    List<String> blocks() {
        return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** The block whose first line begins like this. */
    String blockThatBegins(String beginning) {
        return blocks().stream()
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " shows nothing that begins with: " + beginning));
    }

    /** The block that comes after that one: what it prints. */
    String blockAfter(String block) {
        List<String> blocks = blocks();
        int next = blocks.indexOf(block) + 1;
        if (next == 0 || next == blocks.size()) {
            throw new AssertionError(name + " shows nothing after: " + block);
        }
        return blocks.get(next);
    }
}
