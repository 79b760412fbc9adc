package io.otpstream.app.results;

import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Records of results that are there, and those that come. For one thread. */
public final class ResultFeed {

    private static final Duration ONE_POLL = Duration.ofMillis(200);

    private final TopicReader reader;
    private final Predicate<String> wanted;

    /**
     * @param reader of {@link ResultRecord#TOPICS}; stays the caller's
     * @param wanted which request ids
     */
    public ResultFeed(TopicReader reader, Predicate<String> wanted) {
        this.reader = reader;
        this.wanted = wanted;
    }

    /** What was there when the reader was opened, in the order in which codes came and requests ended. Holds all of it in memory. */
    public List<ResultRecord> retained() {
        List<ResultRecord> records = new ArrayList<>();
        reader.readToEnd(record -> hand(record, records::add));
        records.sort(Comparator.comparing(ResultRecord::at));
        return records;
    }

    /** Hands over what comes, until soon after {@code stopped} says so. */
    public void follow(BooleanSupplier stopped, Consumer<ResultRecord> each) {
        while (!stopped.getAsBoolean()) {
            reader.poll(ONE_POLL).forEach(record -> hand(record, each));
        }
    }

    private void hand(TopicRecord record, Consumer<ResultRecord> to) {
        if (wanted.test(record.key())) {
            ResultRecord.of(record).ifPresent(to);
        }
    }
}
