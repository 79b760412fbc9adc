package io.otpstream.app.costs;

import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.dashboard.costs.CostRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The current records of the topics about money. For one thread. */
public final class CostsReader implements CostRecords {

    /** What the reader has to read, from its beginning. */
    public static final List<Topic<String, ?>> TOPICS = List.of(Topics.COSTS, Topics.BALANCE_STATEMENTS);

    private final Map<String, Costs> costs = new HashMap<>();
    private final Map<String, BalanceStatement> statements = new HashMap<>();

    /**
     * Reads to the end that the topics had when the reader was opened.
     *
     * @param reader of {@link #TOPICS}; stays the caller's
     */
    public static CostsReader load(TopicReader reader) {
        CostsReader records = new CostsReader();
        reader.readToEnd(records::accept);
        return records;
    }

    @Override
    public Collection<Costs> costs() {
        return costs.values();
    }

    @Override
    public Collection<BalanceStatement> balanceStatements() {
        return statements.values();
    }

    private void accept(TopicRecord record) {
        if (record.isFrom(Topics.COSTS)) {
            keep(costs, Topics.COSTS, record);
        } else {
            keep(statements, Topics.BALANCE_STATEMENTS, record);
        }
    }

    private static <V> void keep(Map<String, V> current, Topic<String, V> topic, TopicRecord record) {
        if (record.value() == null) {
            current.remove(record.key());
        } else {
            record.read(topic).ifPresent(value -> current.put(record.key(), value));
        }
    }
}
