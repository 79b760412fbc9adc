package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.live.LiveSettings;
import io.otpstream.app.pipeline.ApiErrorText;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.app.pipeline.DialectFinder;
import io.otpstream.app.pipeline.FoundDialect;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.topics.ConfiguredTopics;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicDifference;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.SmsCodeApi;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream check}: whether a pipeline could run with this configuration. */
@Command(
        name = "check",
        description = {
            "Check dialect, token and balance, broker and topics, and say what is wrong. Changes and orders nothing.",
            "Ends with 1 if something is wrong."
        },
        footer = {
            "",
            "Examples:",
            "  SMSCODE_TOKEN=... otpstream check",
            "  otpstream check --json",
            "  otpstream check --live --token-file test-token.txt --max-spend-idr 5000"
        })
public final class CheckCommand extends Subcommand {

    @Option(names = "--json", description = "Answer in JSON, an object per check.")
    private boolean json;

    @Mixin
    private final LiveOptions live = new LiveOptions();

    private boolean wrong;

    @Override
    protected ExitCode execute() throws InterruptedException {
        if (live.isForgotten()) {
            throw usageError("--token-file, --max-spend-idr, --product: expected together with --live only");
        }
        OtpstreamConfig config = config();
        if (live.isWanted()) {
            return new LiveCheckRun(json, out(), err()).execute(liveSettings(config), listenForStop());
        }
        api(config);
        kafka(config);
        return wrong ? ExitCode.FAILURE : ExitCode.OK;
    }

    private LiveSettings liveSettings(OtpstreamConfig config) {
        try {
            return live.settings(config);
        } catch (IllegalArgumentException wrongOption) {
            throw usageError(String.valueOf(wrongOption.getMessage()));
        }
    }

    private void api(OtpstreamConfig config) {
        try {
            switch (DialectFinder.of(config).once()) {
                case ApiResult.Success<FoundDialect>(FoundDialect found) -> {
                    ok("api", "speaks the dialect " + found);
                    balance(config, found.dialect());
                }
                case ApiResult.Failure<FoundDialect>(ApiError error) ->
                    wrong(
                            "api",
                            apiUrl(config) + " doesn't tell its dialect (" + ConfigKeys.API_DIALECT + "): "
                                    + ApiErrorText.explain(error));
            }
        } catch (InvalidConfigException noToken) {
            noToken.problems().forEach(problem -> wrong("api", problem));
        }
    }

    private void balance(OtpstreamConfig config, Dialect dialect) {
        try (SmsCodeApi api = ApiFactory.create(config, dialect)) {
            ApiResult<Balance> answer =
                    api.balance(Permit.untimed("check")).toCompletableFuture().join();
            switch (answer) {
                case ApiResult.Success<Balance>(Balance balance) ->
                    ok("api", "takes the token; balance " + balance.amountIdr() + " " + balance.currency());
                case ApiResult.Failure<Balance>(ApiError error) ->
                    wrong("api", apiUrl(config) + ": " + ApiErrorText.explain(error));
            }
        }
    }

    private static String apiUrl(OtpstreamConfig config) {
        return config.api().url() + " (" + ConfigKeys.API_URL + ")";
    }

    private void kafka(OtpstreamConfig config) {
        Cluster cluster = KafkaSubcommand.cluster(config);
        String servers = config.kafka().bootstrapServers();
        List<String> differences = new ArrayList<>();
        try (Admin admin = cluster.admin()) {
            new TopicAdmin(admin, cluster.patience())
                    .verify(ConfiguredTopics.of(config)).stream()
                            .map(TopicDifference::sentence)
                            .forEach(differences::add);
        } catch (KafkaException e) {
            wrong(
                    "kafka",
                    String.valueOf(new KafkaProblem(cluster, servers).explain(e).getMessage()));
            return;
        }
        ok("kafka", "answers at " + servers);
        differences.forEach(difference -> wrong("topics", difference));
        if (differences.isEmpty()) {
            ok("topics", "as they should be");
        }
    }

    private void ok(String what, String sentence) {
        print(what, true, sentence);
    }

    private void wrong(String what, String sentence) {
        wrong = true;
        print(what, false, sentence);
    }

    private void print(String what, boolean ok, String sentence) {
        out().println(
                        json
                                ? JsonLine.empty()
                                        .with("check", what)
                                        .with("ok", ok)
                                        .with("message", sentence)
                                        .toString()
                                : "%-7s %-6s %s".formatted(ok ? "ok" : "wrong", what, sentence));
    }
}
