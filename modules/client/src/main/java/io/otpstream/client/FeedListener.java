package io.otpstream.client;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Is told what a {@link TopicFeed} reads, on the feed's thread; must not block. */
interface FeedListener {

    /** One record of one of the topics. */
    void onRecord(ConsumerRecord<String, byte[]> record);

    /** Once: of the topics that are read whole, everything was read that was there when the feed was opened. */
    void onCaughtUp();

    /** Last: nothing more is read. */
    void onFailure(Throwable problem);
}
