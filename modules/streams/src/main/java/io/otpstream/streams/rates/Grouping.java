package io.otpstream.streams.rates;

import org.jspecify.annotations.Nullable;

/**
 * One way in which orders are grouped and counted: a row per group. What an account said before is taken out and what it
 * says now is put in. For the task's thread.
 *
 * @param <K> names a group
 * @param <R> its row
 */
abstract class Grouping<K, R extends Counted<R>> {

    /** The group of an order. */
    abstract K keyOf(OrderFact fact);

    /** Its row; an empty one where there is none. */
    abstract R load(K key);

    /** Stores the row and tells what it says now. */
    abstract void changed(K key, R row, OrderFact by);

    /**
     * Counts what an account says now, in place of what it said before.
     *
     * @param before null where it said nothing
     */
    void change(@Nullable OrderFact before, OrderFact after) {
        K to = keyOf(after);
        if (before == null) {
            changed(to, load(to).plus(after), after);
            return;
        }
        K from = keyOf(before);
        if (from.equals(to)) {
            changed(to, load(to).minus(before).plus(after), after);
        } else {
            changed(from, load(from).minus(before), after);
            changed(to, load(to).plus(after), after);
        }
    }
}
