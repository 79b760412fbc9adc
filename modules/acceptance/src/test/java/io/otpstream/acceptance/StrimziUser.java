package io.otpstream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A user of {@code deploy/strimzi/users.yaml} with the rules that Strimzi makes of it.
 *
 * @param password of this test
 */
record StrimziUser(String name, String password, List<AclBinding> rules) {

    static List<StrimziUser> all() throws IOException {
        Path file = Path.of(System.getProperty("otpstream.root"), "deploy/strimzi/users.yaml");
        List<StrimziUser> users = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            while (documents.hasNext()) {
                users.add(of(documents.next()));
            }
        }
        return users;
    }

    /** What a client of this user sets. */
    String jaas() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(name, password);
    }

    private static StrimziUser of(JsonNode user) {
        String name = user.at("/metadata/name").asText();
        List<AclBinding> rules = new ArrayList<>();
        for (JsonNode rule : user.at("/spec/authorization/acls")) {
            JsonNode resource = rule.path("resource");
            ResourcePattern pattern = new ResourcePattern(
                    ResourceType.fromString(words(resource.path("type").asText())),
                    resource.path("name").asText(),
                    resource.path("patternType").asText().equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            rule.path("operations")
                    .forEach(operation -> rules.add(new AclBinding(
                            pattern,
                            new AccessControlEntry(
                                    "User:" + name,
                                    "*",
                                    AclOperation.fromString(words(operation.asText())),
                                    AclPermissionType.ALLOW))));
        }
        return new StrimziUser(name, "password-of-" + name, rules);
    }

    /** As Kafka writes it: {@code DescribeConfigs} is {@code DESCRIBE_CONFIGS}. */
    private static String words(String joined) {
        return joined.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
