package io.otpstream.app.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run of the command that a document shows.
 *
 * @param at where, for people
 * @param arguments without the command itself and without dots that stand for more
 * @param complete whether it can be run as it is; in a sentence the name of a command is enough
 */
record ShownCommand(String at, List<String> arguments, boolean complete) {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "console");
    private static final Set<String> DOTS = Set.of("...", "…");

    ShownCommand {
        arguments = arguments.stream().filter(word -> !DOTS.contains(word)).toList();
    }

    /** Those in blocks, and those between backticks. */
    static Stream<ShownCommand> in(Document document) {
        return Stream.concat(
                document.fences().stream().flatMap(ShownCommand::in),
                document.codes().stream()
                        .filter(code -> isRun(code.split(" ", 2)[0]) && code.contains(" "))
                        .flatMap(code -> ofLine(document.path().toString(), code, false)));
    }

    /** A block shows commands, or what they print; where it shows both, commands follow a dollar sign. */
    static Stream<ShownCommand> in(Fence fence) {
        List<String> lines = logicalLines(fence.text());
        List<String> prompted = lines.stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
        if (!prompted.isEmpty()) {
            return prompted.stream().flatMap(line -> ofLine(fence.at(), line, true));
        }
        boolean commands = SHELLS.contains(fence.language())
                || (fence.language().isEmpty() && lines.stream().limit(1).anyMatch(ShownCommand::beginsWithARun))
                || (fence.language().isEmpty() && lines.stream().anyMatch(line -> line.contains("./otpstream ")));
        return commands ? lines.stream().flatMap(line -> ofLine(fence.at(), line, true)) : Stream.empty();
    }

    private static boolean beginsWithARun(String line) {
        return isRun(line.replaceFirst("^([A-Z_]+=\\S* )*", "").split(" ", 2)[0]);
    }

    private static Stream<ShownCommand> ofLine(String at, String line, boolean complete) {
        return ShellLine.commands(line).stream()
                .filter(words -> isRun(words.getFirst()))
                .map(words -> new ShownCommand(at + ": " + line.strip(), words.subList(1, words.size()), complete));
    }

    private static boolean isRun(String word) {
        return word.equals("otpstream") || word.endsWith("/otpstream");
    }

    private static List<String> logicalLines(String text) {
        List<String> lines = new ArrayList<>();
        text.replaceAll("\\\\\\R\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(lines::add);
        return lines;
    }
}
