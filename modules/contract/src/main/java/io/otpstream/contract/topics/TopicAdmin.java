package io.otpstream.contract.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates and inspects the topics of a catalogue on a broker. Blocks; every method throws Kafka's own {@link
 * org.apache.kafka.common.KafkaException} when the broker refuses, doesn't answer within the time-out ({@link
 * org.apache.kafka.common.errors.TimeoutException}), or when the thread is interrupted ({@link
 * org.apache.kafka.common.errors.InterruptException}). Doesn't close the admin client that it was given.
 */
public final class TopicAdmin {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Duration timeout;

    /**
     * @param admin stays the caller's
     * @param timeout for each question to the broker
     */
    public TopicAdmin(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /**
     * Creates the topics that aren't there. One that is there is left as it is, whatever it looks like: {@link #verify}
     * tells. Doing it again, or from two processes at once, does no harm. Where none is missing nothing is asked for that
     * needs the right to create topics.
     *
     * <p>Returns once a broker also knows the new topics: the controller's answer alone comes a moment before that, and a
     * pipeline started in this moment would stop because its topics are missing.
     */
    public TopicCreation create(TopicCatalogue catalogue) {
        Set<String> known = descriptions(names(catalogue)).keySet();
        List<TopicSpec> missing = catalogue.specs().stream()
                .filter(spec -> !known.contains(spec.name()))
                .toList();
        List<String> created = createMissing(missing);
        awaitVisible(created);
        return new TopicCreation(
                created,
                names(catalogue).stream()
                        .filter(name -> !created.contains(name))
                        .toList());
    }

    /** In what the broker differs from the catalogue; empty if in nothing. */
    public List<TopicDifference> verify(TopicCatalogue catalogue) {
        Map<String, ActualTopic> actual =
                describe(catalogue).stream().collect(Collectors.toMap(ActualTopic::name, topic -> topic));
        return new TopicComparison(catalogue, actual).differences();
    }

    /** The catalogue's topics as the broker has them, in the catalogue's order, without those it doesn't have. */
    public List<ActualTopic> describe(TopicCatalogue catalogue) {
        Map<String, TopicDescription> described = descriptions(names(catalogue));
        Map<ConfigResource, KafkaFuture<Config>> configs = admin.describeConfigs(
                        described.keySet().stream().map(TopicAdmin::resource).toList(),
                        new DescribeConfigsOptions().timeoutMs(timeoutMs()))
                .values();
        List<ActualTopic> topics = new ArrayList<>();
        described.forEach((name, topic) -> topics.add(actual(topic, Answers.await(configs, resource(name), timeout))));
        return topics;
    }

    /** Those that it was this caller who created. */
    private List<String> createMissing(List<TopicSpec> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(
                        missing.stream().map(TopicSpec::toNewTopic).toList(),
                        new CreateTopicsOptions().timeoutMs(timeoutMs()))
                .values();
        List<String> created = new ArrayList<>();
        for (TopicSpec spec : missing) {
            try {
                Answers.await(answers, spec.name(), timeout);
                created.add(spec.name());
            } catch (TopicExistsException alreadyThere) {
                // Somebody else was faster.
            }
        }
        return created;
    }

    private void awaitVisible(List<String> names) {
        for (long left = timeout.dividedBy(PAUSE); descriptions(names).size() < names.size(); left--) {
            if (left == 0) {
                throw new TimeoutException("the new topics aren't visible on a broker within " + timeout);
            }
            Answers.pause(PAUSE);
        }
    }

    private Map<String, TopicDescription> descriptions(List<String> names) {
        Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                        names, new DescribeTopicsOptions().timeoutMs(timeoutMs()))
                .topicNameValues();
        Map<String, TopicDescription> described = new LinkedHashMap<>();
        for (String name : names) {
            try {
                described.put(name, Answers.await(answers, name, timeout));
            } catch (UnknownTopicOrPartitionException missing) {
                // Left out of the result: that is how the caller learns it.
            }
        }
        return described;
    }

    private static ActualTopic actual(TopicDescription topic, Config config) {
        Map<String, String> values = config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        int replicas = topic.partitions().getFirst().replicas().size();
        return new ActualTopic(topic.name(), topic.partitions().size(), replicas, values);
    }

    private static List<String> names(TopicCatalogue catalogue) {
        return catalogue.specs().stream().map(TopicSpec::name).toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private int timeoutMs() {
        return Math.toIntExact(timeout.toMillis());
    }
}
