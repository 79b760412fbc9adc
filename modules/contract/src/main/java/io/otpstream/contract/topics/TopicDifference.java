package io.otpstream.contract.topics;

import org.jspecify.annotations.Nullable;

/** Something in which a broker differs from the catalogue. */
public sealed interface TopicDifference {

    /** The topic that is different. */
    String topic();

    /** A sentence for people. */
    default String sentence() {
        return switch (this) {
            case Missing(var topic) -> topic + " is missing";
            case PartitionCount(var topic, var expected, var actual) ->
                topic + " should have " + expected + " partitions, but has " + actual;
            case ConfigValue(var topic, var name, var expected, var actual) ->
                topic + " should have " + name + "=" + expected + ", but has " + (actual == null ? "none" : actual);
            case NotCopartitioned(var topic, var partitions, var other, var otherPartitions) ->
                topic + " and " + other + " are read together by key and must have equally many partitions, but have "
                        + partitions + " and " + otherPartitions;
        };
    }

    /** The topic isn't there. */
    record Missing(String topic) implements TopicDifference {}

    /** The topic has more or fewer partitions than the catalogue says. */
    record PartitionCount(String topic, int expected, int actual) implements TopicDifference {}

    /**
     * A setting of the topic is another.
     *
     * @param actual null where the broker doesn't tell
     */
    record ConfigValue(
            String topic,
            String name,
            String expected,
            @Nullable String actual) implements TopicDifference {}

    /** Two topics that are read together by key have unequal numbers of partitions: otpstream can't start. */
    record NotCopartitioned(String topic, int partitions, String other, int otherPartitions)
            implements TopicDifference {}
}
