package io.otpstream.app.deadletters;

import io.otpstream.contract.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record that says of a letter that it was put back: see {@link DeadLetterHeaders#REPLAYED}. */
final class ReplayMark {

    private ReplayMark() {}

    /** What is written behind the letter, in one transaction with the letter's return. */
    static ProducerRecord<byte[], byte[]> behind(ConsumerRecord<byte[], byte[]> letter, String to) {
        Headers headers = new RecordHeaders();
        DeadLetterHeaders.readFrom(letter.headers()).ifPresent(why -> why.writeTo(headers));
        headers.add(DeadLetterHeaders.REPLAYED, bytes(Long.toString(letter.offset())));
        headers.add(DeadLetterHeaders.REPLAYED_TO, bytes(to));
        return new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), null, headers);
    }

    /** The letter that a mark is about; nothing if the record is no mark. */
    static Optional<LetterId> letterOf(ConsumerRecord<byte[], byte[]> record) {
        Header offset = record.headers().lastHeader(DeadLetterHeaders.REPLAYED);
        return offset == null || offset.value() == null
                ? Optional.empty()
                : LetterId.parse(record.partition() + ":" + new String(offset.value(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
