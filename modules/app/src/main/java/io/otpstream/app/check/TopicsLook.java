package io.otpstream.app.check;

import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicDifference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Whether the topics are there, and as they should be.
 *
 * @param servers for the commands that mend
 */
record TopicsLook(TopicCatalogue catalogue, String servers, Duration patience) implements KafkaLook {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.TOPICS);
    }

    @Override
    public List<Finding> look(Admin admin) {
        return List.of(finding(new TopicAdmin(admin, patience).verify(catalogue)));
    }

    /** What is worst decides; all of it is in the sentence. */
    Finding finding(List<TopicDifference> differences) {
        List<String> missing = new ArrayList<>();
        List<String> unequal = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (TopicDifference difference : differences) {
            switch (difference) {
                case TopicDifference.Missing absent -> missing.add(absent.topic());
                case TopicDifference.NotCopartitioned apart -> unequal.add(apart.sentence());
                case TopicDifference.PartitionCount count -> other.add(count.sentence());
                case TopicDifference.ConfigValue value -> other.add(value.sentence());
            }
        }
        if (!unequal.isEmpty()) {
            return Finding.wrong(
                    CheckId.TOPICS,
                    Listed.few(unequal),
                    "give both equally many: kafka-topics --bootstrap-server " + servers
                            + " --alter --topic TOPIC --partitions N");
        }
        if (!missing.isEmpty()) {
            int all = catalogue.specs().size();
            return Finding.wrong(
                    CheckId.TOPICS,
                    missing.size() == all ? "all " + all + " are missing" : "missing: " + Listed.few(missing),
                    "'otpstream topics create' makes them what they should be, and so does 'otpstream run'");
        }
        if (!other.isEmpty()) {
            return Finding.warn(
                    CheckId.TOPICS,
                    Listed.few(other),
                    "kafka-configs --bootstrap-server " + servers
                            + " --alter --entity-type topics --entity-name TOPIC --add-config NAME=VALUE; 'otpstream"
                            + " topics verify' lists all");
        }
        return Finding.ok(CheckId.TOPICS, "all " + catalogue.specs().size() + " are as they should be");
    }
}
