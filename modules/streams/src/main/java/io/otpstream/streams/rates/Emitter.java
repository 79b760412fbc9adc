package io.otpstream.streams.rates;

import io.otpstream.streams.calls.Catalogue;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands on what has changed. For the task's thread. */
final class Emitter {

    private final ProcessorContext<String, Change> context;
    private final Catalogue catalogue;

    Emitter(ProcessorContext<String, Change> context, Catalogue catalogue) {
        this.context = context;
        this.catalogue = catalogue;
    }

    /**
     * Hands on a change.
     *
     * @param key of the record that tells it
     * @param at when what changed it happened
     */
    void emit(String key, Change change, Instant at) {
        context.forward(new Record<>(key, change, at.toEpochMilli()));
    }

    /** ISO 3166-1 alpha-2; null where it isn't known. */
    @Nullable
    String isoCode(int countryId) {
        return catalogue.isoCode(countryId);
    }
}
