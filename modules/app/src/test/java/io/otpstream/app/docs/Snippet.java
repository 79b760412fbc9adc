package io.otpstream.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A part of a file that a document shows: all of it, or what is between {@code snippet:name} and {@code end:name}. */
final class Snippet {

    private Snippet() {}

    /**
     * The text, without the indentation that all of its lines have.
     *
     * @param source a file from the root of the sources, perhaps with {@code #name}
     * @throws IOException when there is no such file that can be read
     * @throws IllegalArgumentException when the file has no such part
     */
    static String read(String source) throws IOException {
        String[] parts = source.split("#", 2);
        List<String> lines = Files.readAllLines(Document.ROOT.resolve(Path.of(parts[0])));
        return parts.length == 1 ? joined(lines) : part(lines, parts[1]);
    }

    static String part(List<String> lines, String name) {
        int begin = only(lines, "snippet:" + name);
        int end = only(lines, "end:" + name);
        if (end <= begin + 1) {
            throw new IllegalArgumentException("expected lines between snippet:" + name + " and end:" + name);
        }
        return joined(lines.subList(begin + 1, end));
    }

    private static int only(List<String> lines, String marker) {
        Pattern whole = Pattern.compile(".*(?<![\\w-])" + Pattern.quote(marker) + "(?![\\w-]).*");
        List<Integer> found = IntStream.range(0, lines.size())
                .filter(i -> whole.matcher(lines.get(i)).matches())
                .boxed()
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("expected one line with " + marker + ", but there are " + found.size());
        }
        return found.getFirst();
    }

    private static String joined(List<String> lines) {
        // An empty last line would count as one that isn't indented.
        return String.join("\n", lines).stripIndent() + "\n";
    }
}
