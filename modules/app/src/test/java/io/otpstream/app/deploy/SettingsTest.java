package io.otpstream.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.app.config.ConfigInputs;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.ConfigLoader;
import io.otpstream.app.config.OtpstreamConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that the files in {@code deploy/} give are ones that otpstream knows and takes. */
class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bOTPSTREAM_[A-Z_]*[A-Z]\\b");
    private static final Pattern UNIT_VARIABLE = Pattern.compile("(?m)^Environment=([A-Z_]+)=(.*)$");

    /** What the launcher makes of {@code OTPSTREAM_DASHBOARD_PASSWORD_FILE}. */
    private static final String PASSWORD_FILE = "OTPSTREAM_DASHBOARD_PASSWORD_FILE";

    private static final String SOME_PASSWORD = "correct-horse-staple";

    @TempDir
    private Path directory;

    @Test
    void everyVariableThatIsNamedIsRead() {
        Set<String> known = ConfigKeys.definition().names().stream()
                .map(key -> "OTPSTREAM_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
        known.addAll(variables(launcher()));
        known.addAll(Set.of("OTPSTREAM_CONFIG", "OTPSTREAM_LOG_LEVEL"));

        assertThat(DeployFolder.files()).isNotEmpty().allSatisfy(file -> assertThat(
                        variables(DeployFolder.text(file)).stream()
                                .filter(name -> !name.startsWith("OTPSTREAM_KAFKA_"))
                                .toList())
                .as(file)
                .isSubsetOf(known));
    }

    @Test
    void composeIsTaken() {
        for (String name : List.of("pipeline-1", "pipeline-2", "topics", "simulator")) {
            JsonNode service = DeployFolder.document("compose.yaml").at("/services/" + name);
            Map<String, String> environment = new HashMap<>();
            service.path("environment")
                    .properties()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().asText()));

            assertThat(environment).as(name).isNotEmpty();
            load(environment);
        }
    }

    @Test
    void kubernetesIsTaken() throws IOException {
        Map<String, String> environment = new HashMap<>();
        DeployFolder.each(DeployFolder.document("kubernetes/stateful-set.yaml")
                        .at("/spec/template/spec/containers/0/env"))
                .filter(variable -> variable.has("value"))
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        String properties = DeployFolder.document("kubernetes/config.yaml")
                .at("/data/otpstream.properties")
                .asText();
        Path file = Files.writeString(directory.resolve("otpstream.properties"), properties);
        environment.put("OTPSTREAM_CONFIG", file.toString());

        OtpstreamConfig config = load(environment);

        assertThat(config.dashboard().host()).isEqualTo("0.0.0.0");
        assertThat(config.api().tokenFile()).contains(Path.of("/run/secrets/otpstream/api-token"));
        assertThat(config.kafka().clientProperties()).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void theUnitOfSystemdIsTaken() {
        Map<String, String> environment = UNIT_VARIABLE
                .matcher(DeployFolder.text("systemd/otpstream.service"))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)
                        .replace("%S", "/var/lib")
                        .replace("%d", "/run/credentials/otpstream.service")));

        assertThat(environment.remove("OTPSTREAM_CONFIG")).isEqualTo("/etc/otpstream/otpstream.properties");
        assertThat(load(environment).api().tokenFile())
                .contains(Path.of("/run/credentials/otpstream.service/api-token"));
    }

    /** As the launcher hands it on. */
    private static OtpstreamConfig load(Map<String, String> environment) {
        Map<String, String> handedOn = new HashMap<>(environment);
        if (handedOn.remove(PASSWORD_FILE) != null) {
            assertThat(launcher()).contains("unset " + PASSWORD_FILE);
            handedOn.put("OTPSTREAM_DASHBOARD_PASSWORD", SOME_PASSWORD);
        }
        return ConfigLoader.load(new ConfigInputs(Optional.empty(), handedOn, List.of(), Path.of("/nonexistent")));
    }

    private static String launcher() {
        return DeployFolder.text("../modules/app/src/main/dist/bin/otpstream");
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
