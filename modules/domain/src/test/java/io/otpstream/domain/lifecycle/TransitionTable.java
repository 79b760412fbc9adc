package io.otpstream.domain.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes transitions down in Markdown: a table for each state, and below it the events that change nothing. */
final class TransitionTable {

    private static final Set<String> NOTHING = Set.of("nothing");

    /** How many kinds of orders an answer can describe. */
    private static final int ORDERS = 8;

    private TransitionTable() {}

    static String of(Transitions transitions) {
        StringBuilder text = new StringBuilder();
        transitions.followers().forEach((state, events) -> {
            text.append("\n### ").append(heading(state)).append("\n\n");
            append(text, alike(events));
        });
        return text.toString().strip() + "\n";
    }

    private static String heading(String state) {
        return state.equals(Transitions.CLEANUP) ? "Beside any state: an order to be cleaned up" : state;
    }

    private static void append(StringBuilder text, Map<Set<String>, List<String>> alike) {
        List<String> ignored = alike.getOrDefault(NOTHING, List.of());
        if (alike.size() > (ignored.isEmpty() ? 0 : 1)) {
            text.append("| event | what follows |\n|---|---|\n");
            alike.forEach((followers, events) -> {
                if (!followers.equals(NOTHING)) {
                    text.append("| ")
                            .append(String.join("<br>", merged(events)))
                            .append(" | ")
                            .append(String.join("<br>", followers))
                            .append(" |\n");
                }
            });
        }
        if (!ignored.isEmpty()) {
            text.append("\nNothing follows: ")
                    .append(String.join("; ", merged(ignored)))
                    .append(".\n");
        }
    }

    /** Events with the same followers, in the order of the first of them. */
    private static Map<Set<String>, List<String>> alike(Map<String, Set<String>> events) {
        Map<Set<String>, List<String>> alike = new LinkedHashMap<>();
        events.forEach((event, followers) ->
                alike.computeIfAbsent(followers, key -> new ArrayList<>()).add(event));
        return alike;
    }

    /** Answers to the same call share one line. */
    private static List<String> merged(List<String> events) {
        Map<String, List<String>> byCall = new LinkedHashMap<>();
        for (String event : events) {
            int end = event.contains(": ") ? event.indexOf(": ") + 1 : event.indexOf(' ');
            boolean isAnswer = event.contains("Answered") || event.startsWith("Seen");
            String call = isAnswer ? event.substring(0, end) : event;
            byCall.computeIfAbsent(call, key -> new ArrayList<>()).add(isAnswer ? event.substring(end + 1) : "");
        }
        List<String> lines = new ArrayList<>();
        byCall.forEach((call, answers) -> lines.add((call + " " + String.join(", ", summed(answers))).strip()));
        return lines;
    }

    /** Names a whole family of answers by one word. */
    private static List<String> summed(List<String> answers) {
        List<String> failures = Labels.failures();
        List<String> orders =
                answers.stream().filter(answer -> !failures.contains(answer)).toList();
        List<String> missing =
                failures.stream().filter(failure -> !answers.contains(failure)).toList();
        List<String> summed = new ArrayList<>(orders.size() == ORDERS ? List.of("any order") : orders);
        if (missing.isEmpty()) {
            summed.add("any failure");
        } else if (missing.size() <= 2) {
            summed.add("any failure but " + String.join(" and ", missing));
        } else {
            answers.stream().filter(failures::contains).forEach(summed::add);
        }
        return summed;
    }
}
