package io.otpstream.acceptance;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own authorizer, which also writes down what was asked. Brokers make it by its name, so what it knows is static:
 * of all brokers of this JVM that use it.
 */
public final class RecordingAuthorizer extends StandardAuthorizer {

    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();

    /** For Kafka, which makes it by its name. */
    public RecordingAuthorizer() {}

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < results.size(); i++) {
            Action action = actions.get(i);
            // Where a no isn't logged, it isn't one: Kafka then asks for something less.
            if (results.get(i) == AuthorizationResult.ALLOWED || action.logIfDenied()) {
                ASKED.add(new Asked(
                        context.principal().getName(), action.operation(), action.resourcePattern(), results.get(i)));
            }
        }
        return results;
    }

    /** What the user was refused. */
    static List<Asked> refused(String user) {
        return ASKED.stream()
                .filter(asked -> asked.user().equals(user) && asked.result() == AuthorizationResult.DENIED)
                .toList();
    }

    /** Whether the rule's user has done what it permits. */
    static boolean wasUsed(AclBinding rule) {
        return ASKED.stream()
                .anyMatch(asked -> asked.result() == AuthorizationResult.ALLOWED
                        && rule.entry().principal().equals("User:" + asked.user())
                        && rule.entry().operation() == asked.operation()
                        && covers(rule.pattern(), asked.resource()));
    }

    private static boolean covers(ResourcePattern rule, ResourcePattern resource) {
        boolean named = rule.patternType() == PatternType.PREFIXED
                ? resource.name().startsWith(rule.name())
                : resource.name().equals(rule.name());
        return named && rule.resourceType() == resource.resourceType();
    }

    /** One question of a broker. */
    record Asked(String user, AclOperation operation, ResourcePattern resource, AuthorizationResult result) {}
}
