package io.otpstream.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KeyPartitionsTest {

    @Test
    void areThoseThatKafkasOwnProducerWritesTo() {
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < 6; partition++) {
            all.add(new TopicPartition("six", partition));
        }
        for (int partition = 0; partition < 3; partition++) {
            all.add(new TopicPartition("three", partition));
        }
        for (int i = 0; i < 200; i++) {
            String id = "signup-" + i;
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            assertThat(KeyPartitions.of(id, all))
                    .containsExactly(
                            new TopicPartition("six", BuiltInPartitioner.partitionForKey(key, 6)),
                            new TopicPartition("three", BuiltInPartitioner.partitionForKey(key, 3)));
        }
    }
}
