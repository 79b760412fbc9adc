package io.otpstream.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether brokers permit what a pipeline does. They tell it of topics and groups that are there; of others only what can
 * be tried without an effect.
 */
record AclsLook(String applicationId, String servers, Duration patience) implements KafkaLook {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.ACLS);
    }

    @Override
    public List<Finding> look(Admin admin) {
        List<Lack> lacks = new ArrayList<>(ofTopics(operations(admin)));
        ofGroup(admin, applicationId, "instances share the work").ifPresent(lacks::add);
        ofGroup(admin, applicationId + "-budget", "the budget is divided").ifPresent(lacks::add);
        ofCreation(admin).ifPresent(lacks::add);
        return List.of(finding(lacks));
    }

    /**
     * Something that isn't permitted.
     *
     * @param acl the options of {@code kafka-acls} that permit it
     */
    record Lack(String sentence, String acl) {}

    Finding finding(List<Lack> lacks) {
        if (lacks.isEmpty()) {
            return Finding.ok(CheckId.ACLS, "the brokers permit what a pipeline does, as far as they tell");
        }
        return Finding.wrong(
                CheckId.ACLS,
                Listed.few(lacks.stream().map(Lack::sentence).toList()),
                "kafka-acls --bootstrap-server " + servers + " --add --allow-principal User:NAME "
                        + lacks.getFirst().acl() + (lacks.size() == 1 ? "" : ", and likewise for the others"));
    }

    /** @param operations by topic; a topic that isn't in it isn't there yet, or the broker doesn't tell */
    static List<Lack> ofTopics(Map<String, Set<AclOperation>> operations) {
        List<Lack> lacks = new ArrayList<>();
        for (Right right : Right.OF_PIPELINE) {
            Set<AclOperation> permitted = operations.get(right.topic());
            if (permitted != null && !permitted.contains(right.operation())) {
                lacks.add(new Lack(
                        right.lacking(), "--operation " + word(right.operation()) + " --topic " + right.topic()));
            }
        }
        return lacks;
    }

    /** A topic that may not even be seen is one with no operation. */
    private Map<String, Set<AclOperation>> operations(Admin admin) {
        List<String> topics =
                Right.OF_PIPELINE.stream().map(Right::topic).distinct().toList();
        Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                        topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        Map<String, Set<AclOperation>> operations = new LinkedHashMap<>();
        answers.forEach((topic, answer) -> {
            try {
                Set<AclOperation> told = Answer.of(answer, patience).authorizedOperations();
                if (told != null) {
                    operations.put(topic, told);
                }
            } catch (AuthorizationException hidden) {
                operations.put(topic, Set.of());
            } catch (UnknownTopicOrPartitionException missing) {
                // Left out of the result: whoever makes it may do with it what the brokers say then.
            }
        });
        return operations;
    }

    private Optional<Lack> ofGroup(Admin admin, String group, String purpose) {
        Lack lack = new Lack(
                "may not READ group " + group + ", in which " + purpose,
                "--operation Read --group " + applicationId + " --resource-pattern-type prefixed");
        KafkaFuture<Boolean> permitted = admin.describeConsumerGroups(
                        List.of(group), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .all()
                .thenApply(groups -> groups.values().stream()
                        .map(each -> each.authorizedOperations())
                        .allMatch(told -> told == null || told.contains(AclOperation.READ)));
        try {
            return Answer.of(permitted, patience) ? Optional.empty() : Optional.of(lack);
        } catch (AuthorizationException hidden) {
            return Optional.of(lack);
        } catch (GroupIdNotFoundException notYet) {
            return Optional.empty();
        }
    }

    /** Kafka Streams makes topics of its own at the first start, unless somebody has made them. */
    private Optional<Lack> ofCreation(Admin admin) {
        boolean made = Answer.of(admin.listTopics().names(), patience).stream()
                .anyMatch(name -> name.startsWith(applicationId + "-") && name.endsWith("-changelog"));
        if (made) {
            return Optional.empty();
        }
        NewTopic topic = new NewTopic(applicationId + "-check-changelog", Optional.of(1), Optional.empty());
        try {
            Answer.of(
                    admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true))
                            .all(),
                    patience);
            return Optional.empty();
        } catch (AuthorizationException forbidden) {
            return Optional.of(new Lack(
                    "may not CREATE topics " + applicationId + "-*, where state is kept",
                    "--operation Create --operation Read --operation Write --operation Delete --topic " + applicationId
                            + "- --resource-pattern-type prefixed"));
        }
    }

    private static String word(AclOperation operation) {
        return operation.name().charAt(0) + operation.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
