package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a key is applied once. A first result is given again until its key is forgotten, and so is a refusal
 * that repeating can't change; a refusal that came before anybody looked at the wish leaves no trace.
 *
 * <p>The contract leaves open what is stored, and for how long.
 */
final class Idempotency {

    private static final Set<Refusal> DEFINITIVE = EnumSet.of(
            Refusal.INVALID_PARAMETERS,
            Refusal.INSUFFICIENT_BALANCE,
            Refusal.PRODUCT_UNAVAILABLE,
            Refusal.PROVIDER_ERROR,
            Refusal.ORDER_NOT_FOUND,
            Refusal.CONFLICT);

    private final Duration retention;
    private final Map<Name, Entry> entries = new LinkedHashMap<>();

    Idempotency(Duration retention) {
        this.retention = retention;
    }

    private record Name(ApiCall call, String key) {}

    private static final class Entry {
        private final String meaning;
        private final Duration firstAt;
        private final CreateLog.Line line;
        private boolean answered;
        private @Nullable Bought bought;
        private @Nullable RefusedException refused;

        Entry(String meaning, Duration firstAt, CreateLog.Line line) {
            this.meaning = meaning;
            this.firstAt = firstAt;
            this.line = line;
        }

        Bought repeat() {
            Bought result = bought;
            if (result != null) {
                return result.told();
            }
            RefusedException refusal = refused;
            throw refusal == null ? inProgress() : refusal;
        }
    }

    /**
     * Carries a call out, or tells what came of it before.
     *
     * @throws RefusedException as the first time; or because its first answer is under way, or its key meant something
     *     else
     */
    Bought once(RepeatableCall call, CreateLog log, Duration now, Function<CreateLog.Line, Bought> apply) {
        forgetBefore(now.minus(retention));
        if (call.key().isEmpty()) {
            return carryOut(log.begin(call), log, apply);
        }
        Name name = new Name(call.call(), call.key().get());
        Entry known = entries.get(name);
        if (known == null) {
            return first(name, call, log, now, apply);
        }
        if (!known.meaning.equals(call.meaning())) {
            throw RefusedException.of(Refusal.IDEMPOTENCY_KEY_REUSED, "the key came before with another body");
        }
        if (!known.answered) {
            throw inProgress();
        }
        known.line.noteReplay();
        return known.repeat();
    }

    /** The answer to the first call with this key is out, or will never be. */
    void answered(RepeatableCall call) {
        call.key().map(key -> entries.get(new Name(call.call(), key))).ifPresent(entry -> entry.answered = true);
    }

    private Bought first(
            Name name, RepeatableCall call, CreateLog log, Duration now, Function<CreateLog.Line, Bought> apply) {
        Entry entry = new Entry(call.meaning(), now, log.begin(call));
        try {
            Bought bought = carryOut(entry.line, log, apply);
            entry.bought = bought;
            entries.put(name, entry);
            return bought;
        } catch (RefusedException refused) {
            if (DEFINITIVE.contains(refused.refusal())) {
                entry.refused = refused;
                entries.put(name, entry);
            }
            throw refused;
        }
    }

    private static Bought carryOut(CreateLog.Line line, CreateLog log, Function<CreateLog.Line, Bought> apply) {
        try {
            Bought bought = apply.apply(line);
            line.noteBought(bought.orders().size());
            log.add(line);
            return bought;
        } catch (RefusedException refused) {
            if (DEFINITIVE.contains(refused.refusal())) {
                line.noteRefused(refused.refusal());
                log.add(line);
            }
            throw refused;
        }
    }

    private static RefusedException inProgress() {
        return RefusedException.of(Refusal.REQUEST_IN_PROGRESS, "the first request with this key is under way");
    }

    private void forgetBefore(Duration moment) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().firstAt.compareTo(moment) <= 0) {
            oldestFirst.remove();
        }
    }
}
