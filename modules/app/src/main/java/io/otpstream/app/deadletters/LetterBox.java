package io.otpstream.app.deadletters;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.Topics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letters on the topic, and which of them were put back. A mark lies behind its letter in the same partition, so it
 * isn't deleted before it. For one thread.
 */
public final class LetterBox {

    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

    private final Map<LetterId, DeadLetter> letters = new HashMap<>();
    private final Set<LetterId> putBack = new HashSet<>();

    LetterBox() {}

    /** What is committed on the topic by now. Throws Kafka's own exceptions. */
    public static LetterBox read(Cluster cluster) {
        return read(cluster.readerOf(StartAt.BEGINNING, List.of(Topics.DEAD_LETTERS.name())));
    }

    /** The same with all that lies behind transactions that are open now, which are waited for. */
    static LetterBox readAll(Cluster cluster) {
        return read(cluster.readerOfAllThatIsWritten(List.of(Topics.DEAD_LETTERS.name())));
    }

    private static LetterBox read(TopicReader letters) {
        LetterBox box = new LetterBox();
        try (TopicReader reader = letters) {
            reader.readWholeToEnd(box::add);
        }
        return box;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        LetterId id = idOf(record);
        Optional<LetterId> marked = ReplayMark.letterOf(record);
        if (marked.isPresent()) {
            putBack.add(marked.get());
            return;
        }
        DeadLetterHeaders.readFrom(record.headers())
                .ifPresentOrElse(
                        why -> letters.put(id, letter(id, record, why)),
                        () -> LOG.warn("Skipped {} on {}: it has no headers of otpstream", id, record.topic()));
    }

    /** The letters that are meant, oldest first. */
    public List<DeadLetter> letters(Predicate<DeadLetter> meant) {
        return letters.values().stream()
                .filter(meant)
                .sorted(Comparator.comparing(DeadLetter::at).thenComparing(DeadLetter::id))
                .toList();
    }

    /** The letter that lies there. */
    public Optional<DeadLetter> letter(LetterId id) {
        return Optional.ofNullable(letters.get(id));
    }

    /** Whether it was put back. */
    public boolean isPutBack(LetterId id) {
        return putBack.contains(id);
    }

    static LetterId idOf(ConsumerRecord<byte[], byte[]> record) {
        return new LetterId(record.partition(), record.offset());
    }

    private static DeadLetter letter(LetterId id, ConsumerRecord<byte[], byte[]> record, DeadLetterHeaders why) {
        TopicRecord known = TopicRecord.of(record);
        return new DeadLetter(id, known.timestamp(), known.key(), record.value() != null, why);
    }
}
