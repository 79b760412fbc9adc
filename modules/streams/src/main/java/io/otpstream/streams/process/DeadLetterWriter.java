package io.otpstream.streams.process;

import io.otpstream.streams.process.Flow.Output.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Writes a dead letter as it was, with headers that say where it came from and what is wrong with it. */
public final class DeadLetterWriter extends ContextualProcessor<String, DeadLetter, byte[], byte[]> {

    @Override
    public void process(Record<String, DeadLetter> record) {
        DeadLetter letter = record.value();
        Headers headers = new RecordHeaders(record.headers());
        letter.why().writeTo(headers);
        context().forward(new Record<>(letter.key(), letter.value(), record.timestamp(), headers));
    }
}
