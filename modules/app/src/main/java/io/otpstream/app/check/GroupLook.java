package io.otpstream.app.check;

import io.otpstream.app.config.ConfigKeys;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.common.GroupType;

/** Who else runs with this application id. */
record GroupLook(String applicationId, Duration patience) implements KafkaLook {

    /** How Kafka Streams calls its own way of sharing partitions. */
    private static final String OF_STREAMS = "stream";

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.GROUP);
    }

    @Override
    public List<Finding> look(Admin admin) {
        Optional<GroupListing> group = Answer.of(admin.listGroups().all(), patience).stream()
                .filter(each -> each.groupId().equals(applicationId))
                .findFirst();
        GroupType type = group.flatMap(GroupListing::type).orElse(GroupType.UNKNOWN);
        return List.of(
                switch (type) {
                    case CLASSIC, CONSUMER -> ofConsumers(admin);
                    case STREAMS -> ofStreams(admin);
                    case SHARE -> ofOthers("a share group");
                    case UNKNOWN -> running(List.of());
                });
    }

    private Finding ofConsumers(Admin admin) {
        ConsumerGroupDescription group = Answer.of(
                        admin.describeConsumerGroups(List.of(applicationId)).all(), patience)
                .values()
                .iterator()
                .next();
        boolean others = !group.members().isEmpty()
                && !group.partitionAssignor().isEmpty()
                && !group.partitionAssignor().equals(OF_STREAMS);
        return others
                ? ofOthers("consumers that aren't otpstream's")
                : running(group.members().stream().map(MemberDescription::host).toList());
    }

    private Finding ofStreams(Admin admin) {
        StreamsGroupDescription group = Answer.of(
                        admin.describeStreamsGroups(List.of(applicationId)).all(), patience)
                .values()
                .iterator()
                .next();
        return running(group.members().stream()
                .map(StreamsGroupMemberDescription::clientHost)
                .toList());
    }

    /** @param hosts of the threads that are members, one for each */
    Finding running(Collection<String> hosts) {
        String id = ConfigKeys.APPLICATION_ID + " " + applicationId;
        if (hosts.isEmpty()) {
            return Finding.ok(CheckId.GROUP, "nothing runs with " + id + " just now");
        }
        String where = hosts.stream()
                .map(host -> host.startsWith("/") ? host.substring(1) : host)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Finding.ok(
                CheckId.GROUP,
                hosts.size() + (hosts.size() == 1 ? " stream thread runs" : " stream threads run") + " with " + id
                        + " already, on " + where + ": 'run' would share their work");
    }

    private Finding ofOthers(String who) {
        return Finding.wrong(
                CheckId.GROUP,
                "the group " + applicationId + " is used by " + who,
                "set " + ConfigKeys.APPLICATION_ID + " to a name that nothing else has");
    }
}
