package io.otpstream.app.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies in {@code deploy/} for Prometheus and Grafana. */
final class DeployedFiles {

    private static final Path ROOT = Path.of("../..");

    private DeployedFiles() {}

    /** The alerting rules of all groups. */
    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        yaml("deploy/prometheus/otpstream-rules.yml").path("groups").forEach(group -> group.path("rules")
                .forEach(rules::add));
        return rules;
    }

    static JsonNode scrapeConfig() {
        return yaml("deploy/prometheus/prometheus.yml");
    }

    /** The panels that show something. */
    static List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        json("deploy/grafana/otpstream.json").path("panels").forEach(panel -> {
            if (!panel.path("type").textValue().equals("row")) {
                panels.add(panel);
            }
        });
        return panels;
    }

    /** The expressions of rules and of panels. */
    static List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        rules().forEach(rule -> all.add(new Expression(rule.path("expr").textValue())));
        panels().forEach(panel -> panel.path("targets")
                .forEach(target -> all.add(new Expression(target.path("expr").textValue()))));
        return all;
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String file) {
        try {
            return new YAMLMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String file) {
        try {
            return new JsonMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
