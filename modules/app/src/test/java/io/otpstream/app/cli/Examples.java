package io.otpstream.app.cli;

import io.otpstream.app.docs.ShellLine;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** The lines in the help of a command that people copy. */
final class Examples {

    private static final Pattern EXAMPLE = Pattern.compile("  (?:[A-Z_]+=\\S+ )?(otpstream .*)");

    private Examples() {}

    /** Below the heading; what follows two spaces explains, and COMMAND stands for any. */
    static List<String> of(CommandLine command) {
        List<String> footer =
                Arrays.asList(command.getCommandSpec().usageMessage().footer());
        return footer.stream()
                .dropWhile(line -> !line.matches("Examples?:"))
                .map(EXAMPLE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).split(" {2,}", 2)[0].replace("COMMAND", "demo"))
                .toList();
    }

    /** What the shell hands to the command. */
    static List<String> words(String example) {
        List<String> words = ShellLine.commands(example).getFirst();
        return words.subList(1, words.size());
    }
}
