package io.otpstream.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import io.otpstream.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What can be said of the Compose file without an engine. */
class ComposeTest {

    private static final JsonNode COMPOSE = DeployFolder.document("compose.yaml");
    private static final JsonNode SERVICES = COMPOSE.path("services");
    private static final JsonNode PROMETHEUS = DeployFolder.document("compose/prometheus.yml");

    @Test
    void nothingIsOpenToOtherMachines() {
        List<String> ports = services()
                .flatMap(service -> DeployFolder.texts(service.path("ports")).stream())
                .toList();

        assertThat(ports).hasSizeGreaterThan(5).allSatisfy(port -> assertThat(port)
                .startsWith("127.0.0.1:"));
        assertThat(ports.stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void imagesAreOursOrHaveAVersion() {
        assertThat(services().map(service -> service.path("image").asText()))
                .hasSizeGreaterThan(5)
                .allSatisfy(image -> assertThat(image).matches("otpstream|[a-z/]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void whatIsNamedIsThere() {
        services().forEach(service -> {
            service.path("depends_on").fieldNames().forEachRemaining(name -> assertThat(SERVICES.has(name))
                    .as(name)
                    .isTrue());
            DeployFolder.texts(service.path("secrets"))
                    .forEach(name -> assertThat(COMPOSE.path("secrets").has(name))
                            .as(name)
                            .isTrue());
            DeployFolder.texts(service.path("volumes")).stream()
                    .map(volume -> volume.split(":", -1)[0])
                    .forEach(ComposeTest::assertThatVolumeIsThere);
        });
        assertThat(DeployFolder.each(COMPOSE.path("secrets"))
                        .map(secret -> secret.path("file").asText()))
                .hasSize(2)
                .allSatisfy(
                        file -> assertThat(DeployFolder.FOLDER.resolve(file)).isRegularFile());
    }

    @Test
    void theCommandTakesWhatItIsGiven() {
        assertThat(services().filter(service -> service.path("image").asText().equals("otpstream")))
                .hasSize(4)
                .allSatisfy(service -> {
                    String[] command =
                            DeployFolder.texts(service.path("command")).toArray(String[]::new);
                    assertThat(new Cli(Map.of(), Path.of("/nonexistent"), StopSignal.ofThisProcess())
                                    .commandLine()
                                    .parseArgs(command)
                                    .hasSubcommand())
                            .isTrue();
                });
    }

    @Test
    void oneBrokerMayFail() {
        for (int id = 1; id <= 3; id++) {
            JsonNode environment = SERVICES.at("/broker-" + id + "/environment");
            assertThat(environment.path("KAFKA_NODE_ID").asInt()).isEqualTo(id);
            assertThat(environment.path("KAFKA_CONTROLLER_QUORUM_VOTERS").asText())
                    .contains(id + "@broker-" + id + ":");
            assertThat(environment.path("KAFKA_ADVERTISED_LISTENERS").asText())
                    .contains("INTERNAL://broker-" + id + ":")
                    .contains("HOST://" + hostPort("broker-" + id));
            assertThat(environment.path("KAFKA_DEFAULT_REPLICATION_FACTOR").asInt())
                    .isEqualTo(3);
            assertThat(environment.path("KAFKA_MIN_INSYNC_REPLICAS").asInt()).isEqualTo(2);
            assertThat(environment
                            .path("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void theSimulatorTakesTheToken() {
        assertThat(DeployFolder.text(COMPOSE.at("/secrets/api-token/file").asText())
                        .strip())
                .isEqualTo(Simulator.TOKEN);
        assertThat(DeployFolder.text(
                                COMPOSE.at("/secrets/dashboard-password/file").asText())
                        .strip())
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void prometheusAsksEveryInstanceAndReadsTheRules() {
        Set<String> pipelines = new TreeSet<>();
        SERVICES.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("pipeline-")) {
                pipelines.add(name + ":8085");
            }
        });
        JsonNode job = PROMETHEUS.at("/scrape_configs/0");

        assertThat(job.path("job_name").asText()).isEqualTo("otpstream");
        assertThat(DeployFolder.texts(job.at("/static_configs/0/targets")))
                .containsExactlyInAnyOrderElementsOf(pipelines);
        assertThat(PROMETHEUS.at("/rule_files/0").asText()).isEqualTo("otpstream-rules.yml");
        assertThat(job.at("/authorization/credentials_file").asText())
                .isEqualTo("/run/secrets/dashboard-password")
                .isEqualTo(SERVICES.at("/pipeline-1/environment/OTPSTREAM_DASHBOARD_PASSWORD_FILE")
                        .asText());
        assertThat(DeployFolder.texts(SERVICES.at("/prometheus/volumes")))
                .contains(
                        "./compose/prometheus.yml:/etc/prometheus/prometheus.yml:ro",
                        "./prometheus/otpstream-rules.yml:/etc/prometheus/otpstream-rules.yml:ro");
    }

    @Test
    void grafanaShowsTheDashboard() {
        JsonNode source = DeployFolder.document("grafana/provisioning/datasources/prometheus.yml")
                .at("/datasources/0");
        String folder = DeployFolder.document("grafana/provisioning/dashboards/otpstream.yml")
                .at("/providers/0/options/path")
                .asText();

        assertThat(source.path("type").asText()).isEqualTo("prometheus");
        assertThat(source.path("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(DeployFolder.texts(SERVICES.at("/grafana/volumes")))
                .contains("./grafana/otpstream.json:" + folder + "/otpstream.json:ro");
    }

    @Test
    void composeTakesTheFile() throws Exception {
        Tool.assumeInstalled("docker");
        Assumptions.assumeTrue(
                Tool.run("docker", "compose", "version").exitCode() == 0, "skipped: no docker compose here");

        Tool.Result checked = Tool.run("docker", "compose", "-f", "deploy/compose.yaml", "config", "--quiet");

        assertThat(checked.exitCode()).as(checked.output()).isZero();
    }

    private static Stream<JsonNode> services() {
        return DeployFolder.each(SERVICES);
    }

    private static String hostPort(String service) {
        String mapping = SERVICES.path(service).at("/ports/0").asText();
        return mapping.substring(0, mapping.lastIndexOf(':'));
    }

    private static void assertThatVolumeIsThere(String source) {
        if (source.startsWith("./")) {
            assertThat(DeployFolder.FOLDER.resolve(source)).exists();
        } else {
            assertThat(COMPOSE.path("volumes").has(source)).as(source).isTrue();
        }
    }
}
