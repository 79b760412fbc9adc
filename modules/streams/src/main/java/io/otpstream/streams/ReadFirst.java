package io.otpstream.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The oldest time there is. Of a task's partitions, Kafka Streams reads on where the next record is the oldest, so that
 * a reply would have to wait until every request is read that was written before it. What is about orders that exist
 * goes first.
 */
final class ReadFirst implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return 0;
    }
}
