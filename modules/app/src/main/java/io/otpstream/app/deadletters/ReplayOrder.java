package io.otpstream.app.deadletters;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put back, and where.
 *
 * @param ids of these letters; empty for all that are {@code meant}
 * @param meant which letters, if there are no ids
 * @param to the topic that they are put on; null for those that they came from
 * @param forced whether also letters that would be refused
 */
public record ReplayOrder(
        Set<LetterId> ids,
        Predicate<DeadLetter> meant,
        @Nullable String to,
        boolean forced) {

    private static final Set<String> INTERNAL = TopicCatalogue.load().specs().stream()
            .filter(TopicSpec::internal)
            .map(TopicSpec::name)
            .collect(Collectors.toUnmodifiableSet());

    /** What is to be done with each letter, in the order in which they lie on the topic; those that aren't there last. */
    List<ReplayStep> plan(LetterBox box) {
        List<ReplayStep> steps = new ArrayList<>();
        box.letters(letter -> ids.isEmpty() ? meant.test(letter) : ids.contains(letter.id())).stream()
                .sorted(Comparator.comparing(DeadLetter::id))
                .map(letter -> plan(letter, box))
                .forEach(steps::add);
        ids.stream()
                .filter(id -> box.letter(id).isEmpty())
                .sorted()
                .map(ReplayStep.Missing::new)
                .forEach(steps::add);
        return steps;
    }

    private ReplayStep plan(DeadLetter letter, LetterBox box) {
        if (box.isPutBack(letter.id())) {
            return new ReplayStep.Done(letter.id());
        }
        Optional<String> obstacle = forced ? Optional.empty() : obstacle(letter);
        return obstacle.<ReplayStep>map(why -> new ReplayStep.Refused(letter.id(), why))
                .orElseGet(() -> new ReplayStep.PutBack(
                        letter.id(), to == null ? letter.why().topic() : to));
    }

    private static Optional<String> obstacle(DeadLetter letter) {
        if (INTERNAL.contains(letter.why().topic())) {
            return Optional.of("it came from " + letter.why().topic() + ", which is otpstream's own");
        }
        return letter.hasValue()
                ? Optional.empty()
                : Optional.of("it has no value: there was none, or it was left out");
    }

    /** Where the letters of a plan are put. */
    static Set<String> targets(Collection<ReplayStep> plan) {
        return plan.stream()
                .filter(ReplayStep.PutBack.class::isInstance)
                .map(step -> ((ReplayStep.PutBack) step).to())
                .collect(Collectors.toUnmodifiableSet());
    }
}
