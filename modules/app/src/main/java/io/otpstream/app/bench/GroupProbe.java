package io.otpstream.app.bench;

import io.otpstream.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** How the instances share the partitions of requests, and how far they have read, as the brokers know it. */
final class GroupProbe implements AutoCloseable {

    /** The default of {@code application.id}, and with it the group's name. */
    static final String APPLICATION_ID = "otpstream";

    private final Admin admin;

    GroupProbe(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The partitions of an instance's tasks; all of them while the group is finding out. */
    Set<Integer> partitionsOf(String clientId) throws InterruptedException, ExecutionException {
        ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(APPLICATION_ID))
                .all()
                .get()
                .get(APPLICATION_ID);
        if (group == null || group.groupState() != GroupState.STABLE) {
            return IntStream.range(0, Topics.REQUESTS.partitions()).boxed().collect(Collectors.toSet());
        }
        return group.members().stream()
                .filter(member -> member.clientId().startsWith(clientId + "-"))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.REQUESTS.name()))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    /** How many requests the group has not read and committed. */
    long lag() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(APPLICATION_ID)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, partitions())
                .mapToObj(partition -> new TopicPartition(Topics.REQUESTS.name(), partition))
                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        long lag = 0;
        for (var end : admin.listOffsets(partitions).all().get().entrySet()) {
            OffsetAndMetadata read = committed.get(end.getKey());
            lag += end.getValue().offset() - (read == null ? 0 : read.offset());
        }
        return lag;
    }

    /** How many partitions the topic of requests has on these brokers. */
    int partitions() throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(Topics.REQUESTS.name())).allTopicNames().get().values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
