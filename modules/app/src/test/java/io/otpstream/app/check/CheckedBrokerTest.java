package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A broker that asks who is there and permits what its ACLs say, from nothing to all that a pipeline needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckedBrokerTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.temporary()
            .withBrokerProperties(Map.of(
                    "listener.security.protocol.map",
                    "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "inter.broker.listener.name",
                    "PLAINTEXT",
                    "sasl.mechanism.inter.broker.protocol",
                    "PLAIN",
                    "sasl.enabled.mechanisms",
                    "PLAIN",
                    "listener.name.plaintext.plain.sasl.jaas.config",
                    MODULE + "username=operator password=one user_operator=one user_pipeline=two;",
                    "authorizer.class.name",
                    "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users",
                    "User:operator;User:ANONYMOUS")));

    private final Cluster operator = cluster("operator", "one");

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    @Order(1)
    void aWrongPasswordIsNamedOnceAndTheRestIsSkipped() throws InterruptedException {
        Map<CheckId, Finding> found = look(cluster("pipeline", "wrong"));

        assertThat(of(found, CheckId.BROKER).grade()).isEqualTo(Grade.WRONG);
        assertThat(of(found, CheckId.BROKER).sentence()).startsWith("SASL fails at " + broker.bootstrapServers());
        assertThat(of(found, CheckId.BROKER).mend())
                .hasValueSatisfying(mend -> assertThat(mend).contains("kafka.sasl.jaas.config"));
        found.remove(CheckId.BROKER);
        assertThat(found.values()).isNotEmpty().allMatch(finding -> finding.grade() == Grade.SKIPPED);
    }

    @Test
    @Order(2)
    void missingTopicsAreNamed() throws InterruptedException {
        Map<CheckId, Finding> found = look(operator);

        assertThat(of(found, CheckId.BROKER).grade()).isEqualTo(Grade.OK);
        assertThat(of(found, CheckId.TOPICS).grade()).isEqualTo(Grade.WRONG);
        assertThat(of(found, CheckId.TOPICS).sentence()).matches("all \\d+ are missing");
        assertThat(of(found, CheckId.TRANSACTIONS).grade()).isEqualTo(Grade.OK);
        assertThat(of(found, CheckId.BROKER_CLOCK).grade()).isEqualTo(Grade.SKIPPED);
    }

    @Test
    @Order(3)
    void whatIsNotPermittedIsNamedWithTheCommandThatPermitsIt() throws Exception {
        createTopics();
        permitAllTopics(AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS, AclOperation.READ);
        permit(ResourceType.TOPIC, "otpstream-", PatternType.PREFIXED, AclOperation.CREATE);

        // The broker hears of ACLs a moment after the controller has them.
        await().atMost(PATIENCE).untilAsserted(() -> whatIsLackingIsNamed(look(cluster("pipeline", "two"))));
    }

    private void whatIsLackingIsNamed(Map<CheckId, Finding> found) {
        assertThat(of(found, CheckId.TOPICS).grade()).isEqualTo(Grade.OK);
        assertThat(of(found, CheckId.PARTITIONS).grade()).isEqualTo(Grade.OK);
        assertThat(of(found, CheckId.ACLS).grade()).isEqualTo(Grade.WRONG);
        assertThat(of(found, CheckId.ACLS).sentence())
                .startsWith("may not WRITE verification.orders, where orders are told; ");
        assertThat(of(found, CheckId.ACLS).mend()).hasValueSatisfying(mend -> assertThat(mend)
                .startsWith("kafka-acls --bootstrap-server " + broker.bootstrapServers() + " --add")
                .contains("--operation Write --topic verification.orders"));
        assertThat(of(found, CheckId.TRANSACTIONS).grade()).isEqualTo(Grade.WRONG);
        assertThat(of(found, CheckId.TRANSACTIONS).mend())
                .hasValueSatisfying(mend -> assertThat(mend).contains("--transactional-id otpstream"));
    }

    @Test
    @Order(4)
    void whereAllIsPermittedNothingIsWrong() throws Exception {
        permitAllTopics(AclOperation.WRITE);
        permit(ResourceType.GROUP, "otpstream", PatternType.PREFIXED, AclOperation.READ, AclOperation.DESCRIBE);
        permit(
                ResourceType.TRANSACTIONAL_ID,
                "otpstream",
                PatternType.PREFIXED,
                AclOperation.WRITE,
                AclOperation.DESCRIBE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(look(cluster("pipeline", "two")).values())
                        .isNotEmpty()
                        .allSatisfy(finding ->
                                assertThat(finding.grade()).as("%s", finding).isEqualTo(Grade.OK)));
    }

    private Map<CheckId, Finding> look(Cluster cluster) throws InterruptedException {
        String servers = broker.bootstrapServers();
        List<String> topics = CATALOGUE.specs().stream().map(TopicSpec::name).toList();
        Map<CheckId, Finding> found = new EnumMap<>(CheckId.class);
        try (BrokerAccess access = new BrokerAccess(cluster)) {
            List<Probe> probes = new ArrayList<>();
            probes.add(new BrokerProbe(access, servers));
            for (KafkaLook look : List.of(
                    new VersionLook(PATIENCE),
                    new TopicsLook(CATALOGUE, servers, PATIENCE),
                    new PartitionsLook(topics, PATIENCE),
                    new AclsLook("otpstream", servers, PATIENCE),
                    // One machine has one clock, but may be busy for long.
                    new TransactionsLook(cluster, "otpstream", servers, Duration.ofSeconds(5), InstantSource.system()),
                    new GroupLook("otpstream", PATIENCE))) {
                probes.add(new BehindBroker(access, servers, look));
            }
            new Examination(probes, PATIENCE.multipliedBy(3)).run(finding -> found.put(finding.check(), finding));
        }
        return found;
    }

    private static Finding of(Map<CheckId, Finding> found, CheckId check) {
        return Objects.requireNonNull(found.get(check), check.word());
    }

    private void createTopics() {
        try (Admin admin = operator.admin()) {
            new TopicAdmin(admin, PATIENCE).create(CATALOGUE);
        }
    }

    private void permitAllTopics(AclOperation... operations) throws Exception {
        for (String prefix : List.of("verification.", "otpstream.")) {
            permit(ResourceType.TOPIC, prefix, PatternType.PREFIXED, operations);
        }
    }

    private void permit(ResourceType type, String name, PatternType pattern, AclOperation... operations)
            throws ExecutionException, InterruptedException {
        List<AclBinding> bindings = new ArrayList<>();
        for (AclOperation operation : operations) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, name, pattern),
                    new AccessControlEntry("User:pipeline", "*", operation, AclPermissionType.ALLOW)));
        }
        try (Admin admin = operator.admin()) {
            admin.createAcls(bindings).all().get();
        }
    }

    private Cluster cluster(String user, String password) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", broker.bootstrapServers());
        config.put("default.api.timeout.ms", PATIENCE.toMillis());
        config.put("security.protocol", "SASL_PLAINTEXT");
        config.put("sasl.mechanism", "PLAIN");
        config.put("sasl.jaas.config", MODULE + "username=" + user + " password=" + password + ";");
        return Cluster.of(config);
    }
}
