package io.otpstream.app.monitoring;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a PromQL expression asks for; as much of the language as the files in {@code deploy/} use.
 *
 * @param text without dashboard variables
 */
record Expression(String text) {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "m", "h", "d");

    /** The metrics, without functions, words and what is in brackets. */
    Set<String> metrics() {
        String rest = GROUPING.matcher(text).replaceAll(" ").replaceAll("\\[[^]]*]", " ");
        return SELECTOR.matcher(rest)
                .results()
                .filter(found -> !isFunction(rest, found.end(1)) && !isNumber(rest, found.start()))
                .map(found -> found.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The labels that are compared or grouped by. */
    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        SELECTOR.matcher(text)
                .results()
                .filter(found -> found.group(2) != null)
                .flatMap(found -> MATCHER.matcher(found.group(2)).results())
                .forEach(found -> labels.add(found.group(1)));
        GROUPING.matcher(text)
                .results()
                .forEach(found -> labels.addAll(Set.of(found.group(1).split(",\\s*", -1))));
        return labels;
    }

    /** Whether brackets are balanced, the commonest mistake in a long line. */
    boolean isBalanced() {
        return "({[".chars().allMatch(open -> count(open) == count(")}]".charAt("({[".indexOf(open))));
    }

    private long count(int character) {
        return text.chars().filter(each -> each == character).count();
    }

    private static boolean isFunction(String text, int end) {
        return text.substring(end).stripLeading().startsWith("(");
    }

    /** The unit of a number, as in {@code 15m}. */
    private static boolean isNumber(String text, int start) {
        return start > 0 && Character.isDigit(text.charAt(start - 1));
    }
}
