package io.otpstream.domain.lifecycle;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen to follow what: state and event, then every next state with its effects, by their kinds. */
final class Transitions {

    /** Stands for every state of a known request, when the event concerns an order that is to be cleaned up. */
    static final String CLEANUP = "a cleanup";

    private final Map<String, Map<String, Set<String>>> followers =
            new TreeMap<>(Comparator.comparingInt(Transitions::rank).thenComparing(Comparator.naturalOrder()));
    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<Enum<?>> constants = new HashSet<>();

    void add(State before, Event event, Decision decision) {
        seen.add(before.getClass());
        seen.add(event.getClass());
        seen.add(decision.state().getClass());
        decision.effects().forEach(effect -> {
            seen.add(effect.getClass());
            constants.addAll(Labels.constants(effect));
        });
        String state = Labels.isAboutCleanup(before, event, decision) ? CLEANUP : Labels.of(before.getClass());
        followers
                .computeIfAbsent(state, key -> new TreeMap<>())
                .computeIfAbsent(Labels.of(before, event), key -> new TreeSet<>())
                .add(follower(before, decision, state));
    }

    /** By state, then by event; the followers are sorted. */
    Map<String, Map<String, Set<String>>> followers() {
        return followers;
    }

    /** Classes of all states, events and effects. */
    Set<Class<?>> seen() {
        return seen;
    }

    /** Kinds of order news and outcomes. */
    Set<Enum<?>> constants() {
        return constants;
    }

    private static String follower(State before, Decision decision, String state) {
        if (decision.effects().isEmpty() && decision.state().equals(before)) {
            return "nothing";
        }
        String next = state.equals(CLEANUP)
                ? Labels.ofCleanup(before, decision.state())
                : "**" + Labels.of(decision.state().getClass()) + "**";
        StringBuilder text = new StringBuilder(next);
        String separator = ": ";
        for (Effect effect : decision.effects()) {
            text.append(separator).append(Labels.of(effect));
            separator = ", ";
        }
        return text.toString();
    }

    /** In the order in which a verification meets them. */
    private static int rank(String state) {
        return switch (state) {
            case "Unknown" -> 0;
            case "WithdrawnAhead" -> 1;
            case "Waiting" -> 2;
            case "Placing" -> 3;
            case "Open" -> 4;
            case "Cancelling" -> 5;
            case "Settled" -> 6;
            case "SettledUnread" -> 7;
            default -> 8;
        };
    }
}
