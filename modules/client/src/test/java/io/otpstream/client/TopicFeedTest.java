package io.otpstream.client;

import static io.otpstream.client.ClientFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.Topics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopicFeedTest {

    private static final ReadingPlan PLAN = new ReadingPlan(List.of(Topics.ALERTS), List.of(Topics.ORDERS));

    private final FakeTopics topics = FakeTopics.of(PLAN);
    private final Notes notes = new Notes();

    private static final class Notes implements FeedListener {

        private final List<String> keys = new CopyOnWriteArrayList<>();
        private final List<Throwable> problems = new CopyOnWriteArrayList<>();
        private volatile boolean caughtUp;

        @Override
        public void onRecord(ConsumerRecord<String, byte[]> record) {
            keys.add(record.key());
        }

        @Override
        public void onCaughtUp() {
            caughtUp = true;
        }

        @Override
        public void onFailure(Throwable problem) {
            problems.add(problem);
        }
    }

    @Test
    void newsAreReadFromTheEndAndWholeTopicsFromTheBeginning() {
        topics.endsAt(Topics.ORDERS, 5);
        topics.endsAt(Topics.ALERTS, 1);
        try (TopicFeed feed = start()) {
            assertThat(topics.consumer().position(new TopicPartition(Topics.ORDERS.name(), 0)))
                    .isEqualTo(5);
            assertThat(topics.consumer().position(new TopicPartition(Topics.ALERTS.name(), 0)))
                    .isZero();
            assertThat(notes.caughtUp).isFalse();

            topics.consumer().seek(new TopicPartition(Topics.ALERTS.name(), 0), 1);

            await().atMost(PATIENCE).until(() -> notes.caughtUp);
            assertThat(feed).isNotNull();
        }
        assertThat(topics.consumer().closed()).isTrue();
        assertThat(notes.problems).isEmpty();
    }

    @Test
    void partitionsThatAreAddedAreReadFromTheirBeginning() {
        try (TopicFeed feed = start()) {
            topics.create(Topics.ORDERS.name(), 2);
            await().atMost(PATIENCE).until(() -> topics.areRead(List.of(new TopicPartition(Topics.ORDERS.name(), 1))));

            topics.write(Topics.ORDERS, 1, "r", Records.placed("r", 1, Records.NUMBER), new RecordHeaders());
            topics.write(Topics.ORDERS, "old", Records.placed("old", 1, Records.NUMBER));

            await().atMost(PATIENCE).until(() -> notes.keys.containsAll(List.of("r", "old")));
            assertThat(feed).isNotNull();
        }
    }

    @Test
    void aTopicThatIsMissingIsNamed() {
        FakeTopics some = FakeTopics.of(new ReadingPlan(List.of(Topics.ALERTS), List.of()));

        assertThatThrownBy(() -> TopicFeed.start("test", some.consumer(), PLAN, PATIENCE, notes))
                .isInstanceOf(UnknownTopicOrPartitionException.class)
                .hasMessageStartingWith("topic verification.orders is missing");
        assertThat(some.consumer().closed()).isTrue();
    }

    private TopicFeed start() {
        return TopicFeed.start("test", topics.consumer(), PLAN, PATIENCE, notes);
    }
}
