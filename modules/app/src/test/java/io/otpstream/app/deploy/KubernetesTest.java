package io.otpstream.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the manifests without a cluster. */
class KubernetesTest {

    /** For people to apply or to copy, not part of what is applied together. */
    private static final Set<String> BY_HAND = Set.of("kubernetes/pod-monitor.yaml", "kubernetes/secret.example.yaml");

    private static final JsonNode SET = DeployFolder.document("kubernetes/stateful-set.yaml");
    private static final JsonNode POD = SET.at("/spec/template/spec");
    private static final JsonNode CONTAINER = POD.at("/containers/0");

    @Test
    void everyYamlFileIsRead() {
        assertThat(DeployFolder.yamlFiles("")).hasSizeGreaterThan(15).allSatisfy(file -> assertThat(
                        DeployFolder.documents(file))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document).isNotEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes", "strimzi"})
    void whatIsAppliedTogetherIsEveryManifestThatThereIs(String folder) {
        Set<String> expected = new TreeSet<>(DeployFolder.yamlFiles(folder + "/"));
        expected.removeAll(BY_HAND);
        expected.remove(folder + "/kustomization.yaml");

        assertThat(DeployFolder.texts(
                        DeployFolder.document(folder + "/kustomization.yaml").path("resources")))
                .extracting(file -> folder + "/" + file)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes", "strimzi"})
    void kustomizeTakesThem(String folder) throws Exception {
        Tool.assumeInstalled("kubectl");

        Tool.Result built = Tool.run("kubectl", "kustomize", "deploy/" + folder);

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(built.output()).contains("namespace: " + (folder.equals("strimzi") ? "kafka" : "otpstream"));
    }

    @Test
    void whatSelectsPodsFindsThem() {
        List<JsonNode> selectors = new ArrayList<>(List.of(
                SET.at("/spec/selector/matchLabels"),
                DeployFolder.document("kubernetes/service.yaml").at("/spec/selector"),
                DeployFolder.document("kubernetes/disruption-budget.yaml").at("/spec/selector/matchLabels"),
                DeployFolder.document("kubernetes/network-policy.yaml").at("/spec/podSelector/matchLabels"),
                DeployFolder.document("kubernetes/pod-monitor.yaml").at("/spec/selector/matchLabels")));
        DeployFolder.each(POD.path("topologySpreadConstraints"))
                .forEach(constraint -> selectors.add(constraint.at("/labelSelector/matchLabels")));

        assertThat(selectors).hasSize(7).allSatisfy(selector -> assertThat(selector)
                .isEqualTo(SET.at("/spec/template/metadata/labels")));
        assertThat(SET.at("/spec/serviceName").asText())
                .isEqualTo(DeployFolder.document("kubernetes/service.yaml")
                        .at("/metadata/name")
                        .asText());
        assertThat(POD.path("serviceAccountName").asText())
                .isEqualTo(DeployFolder.document("kubernetes/service-account.yaml")
                        .at("/metadata/name")
                        .asText());
    }

    @Test
    void thePodMayDoNothingThatItNeedNot() {
        JsonNode pod = POD.path("securityContext");
        JsonNode container = CONTAINER.path("securityContext");

        assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("runAsUser").asText() + ":" + pod.path("runAsGroup").asText())
                .isEqualTo(ImageTest.user());
        assertThat(pod.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(DeployFolder.texts(container.at("/capabilities/drop"))).containsExactly("ALL");
        assertThat(POD.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(CONTAINER.at("/resources/limits/memory").asText()).isNotBlank();
    }

    @Test
    void probesAskWhatIsServedWithoutAPassword() {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode http = CONTAINER.path(probe).path("httpGet");
            assertThat(http.path("path").asText()).as(probe).isIn("/api/health/live", "/api/health/ready");
            assertThat(http.path("port").asText())
                    .as(probe)
                    .isEqualTo(CONTAINER.at("/ports/0/name").asText());
        }
        assertThat(CONTAINER.at("/livenessProbe/httpGet/path").asText())
                .as("a process that waits for brokers isn't helped by a restart")
                .isEqualTo("/api/health/live");
        assertThat(POD.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(10);
    }

    @Test
    void theCommandTakesTheArguments() {
        String[] arguments = DeployFolder.texts(CONTAINER.path("args")).toArray(String[]::new);

        assertThat(new Cli(Map.of(), Path.of("/nonexistent"), StopSignal.ofThisProcess())
                        .commandLine()
                        .parseArgs(arguments)
                        .hasSubcommand())
                .isTrue();
    }

    @Test
    void everyMountHasAVolumeAndEveryVolumeItsSource() {
        List<String> volumes = Stream.concat(
                        DeployFolder.each(POD.path("volumes")).map(volume -> volume.path("name")),
                        DeployFolder.each(SET.at("/spec/volumeClaimTemplates"))
                                .map(claim -> claim.at("/metadata/name")))
                .map(JsonNode::asText)
                .toList();
        List<String> secrets =
                secrets().map(secret -> secret.at("/metadata/name").asText()).toList();

        assertThat(DeployFolder.each(CONTAINER.path("volumeMounts"))
                        .map(mount -> mount.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(DeployFolder.each(POD.path("volumes"))
                        .filter(volume -> volume.has("secret"))
                        .map(volume -> volume.at("/secret/secretName").asText()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(secrets).contains(name));
        assertThat(DeployFolder.each(CONTAINER.path("env"))
                        .filter(variable -> variable.has("valueFrom"))
                        .map(variable -> variable.at("/valueFrom/secretKeyRef")))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(secret(reference.path("name").asText())
                                        .path("stringData")
                                        .has(reference.path("key").asText()))
                                .isTrue());
        assertThat(secret("otpstream").path("stringData").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("api-token", "dashboard-password");
    }

    @Test
    void noSecretIsARealOne() {
        assertThat(secrets().flatMap(secret -> DeployFolder.each(secret.path("stringData"))))
                .hasSizeGreaterThan(2)
                .allSatisfy(value -> assertThat(value.asText()).contains("REPLACE_ME"));
    }

    private static Stream<JsonNode> secrets() {
        return DeployFolder.documents("kubernetes/secret.example.yaml").stream();
    }

    private static JsonNode secret(String name) {
        return secrets()
                .filter(secret -> secret.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("secret.example.yaml has no " + name));
    }
}
