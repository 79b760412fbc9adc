package io.otpstream.domain.lifecycle;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every text that a record holds, however deep. */
final class Texts {

    private Texts() {}

    static Set<String> in(Record root) {
        Set<String> found = new HashSet<>();
        collect(root, found);
        return found;
    }

    static Set<String> in(State state) {
        return in((Record) state);
    }

    private static void collect(@Nullable Object value, Set<String> found) {
        if (value instanceof String text) {
            found.add(text);
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, found));
        } else if (value instanceof Record composite) {
            for (RecordComponent component : composite.getClass().getRecordComponents()) {
                collect(valueOf(component, composite), found);
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record composite) {
        try {
            return component.getAccessor().invoke(composite);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + component, e);
        }
    }
}
