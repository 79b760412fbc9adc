package io.otpstream.app.cli;

import io.otpstream.app.check.CheckId;
import io.otpstream.app.check.Checks;
import io.otpstream.app.check.Finding;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.DurationText;
import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Setting;
import io.otpstream.app.config.Source;
import io.otpstream.app.live.LiveSettings;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream check}: whether a pipeline could run with this configuration. */
@Command(
        name = "check",
        description = {
            "Check configuration, token, permissions, balance, dialect, clocks, brokers, topics, ACLs and this machine; say"
                    + " what is wrong and how to mend it. Takes 15 s at most.",
            "Orders nothing and changes nothing that anybody sees: up to four requests to the API, and a few records in a"
                    + " transaction that is given up.",
            "Ends with 1 if something is wrong."
        },
        footer = {
            "",
            "Examples:",
            "  SMSCODE_TOKEN=... otpstream check",
            "  otpstream check --json      One object per check: check, state (ok, warn, wrong, skipped),",
            "                              message, mend.",
            "  otpstream check --live --token-file test-token.txt --max-spend-idr 5000"
        })
public final class CheckCommand extends Subcommand {

    @Option(names = "--json", description = "Answer in JSON, an object per check.")
    private boolean json;

    @Mixin
    private final LiveOptions live = new LiveOptions();

    @Override
    protected ExitCode execute() throws InterruptedException {
        if (live.isForgotten()) {
            throw usageError("--token-file, --max-spend-idr, --product: expected together with --live only");
        }
        CheckOutput output = new CheckOutput(out(), json);
        OtpstreamConfig config = config(output);
        if (live.isWanted()) {
            return new LiveCheckRun(json, out(), err()).execute(liveSettings(config), listenForStop());
        }
        try (Checks checks = new Checks(config, configSources(), cluster(config))) {
            checks.examination().run(output::print);
        }
        return output.end();
    }

    /** With no more patience than a person has; a configuration that can't be read is a finding too. */
    private OtpstreamConfig config(CheckOutput output) {
        try {
            OtpstreamConfig config = config();
            return config.api().timeout().compareTo(Checks.PATIENCE) <= 0
                    ? config
                    : config(new Setting(
                            ConfigKeys.API_TIMEOUT, DurationText.format(Checks.PATIENCE), new Source.Default()));
        } catch (InvalidConfigException invalid) {
            if (json) {
                output.print(Finding.wrong(
                        CheckId.CONFIG,
                        String.join("; ", invalid.problems()),
                        "correct these; then the rest is checked"));
            }
            throw invalid;
        }
    }

    private static Cluster cluster(OtpstreamConfig config) {
        Cluster asConfigured = KafkaSubcommand.cluster(config);
        if (asConfigured.patience().compareTo(Checks.PATIENCE) <= 0) {
            return asConfigured;
        }
        Map<String, Object> hasty = config.kafka().toClientConfig();
        hasty.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, Checks.PATIENCE.toMillis());
        return Cluster.of(hasty);
    }

    private LiveSettings liveSettings(OtpstreamConfig config) {
        try {
            return live.settings(config);
        } catch (IllegalArgumentException wrongOption) {
            throw usageError(String.valueOf(wrongOption.getMessage()));
        }
    }
}
