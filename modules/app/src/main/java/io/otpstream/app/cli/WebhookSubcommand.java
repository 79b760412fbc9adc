package io.otpstream.app.cli;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Option;

/** What the commands have in common that ask the API about its webhook. */
abstract class WebhookSubcommand extends ApiSubcommand {

    static final Permit PERMIT = Permit.untimed("webhook");

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** Does the work with an API of the published dialect. */
    abstract ExitCode execute(PublishedApi api);

    @Override
    protected final ExitCode execute() {
        OtpstreamConfig config = config();
        try (SmsCodeApi api = ApiFactory.create(config, dialect(config))) {
            return switch (api) {
                case PublishedApi published -> execute(published);
                case GuideApi guide ->
                    throw new CommandFailedException(
                            ExitCode.FAILURE,
                            config.api().url() + " speaks the guide's dialect (" + ConfigKeys.API_DIALECT
                                    + "), which knows no webhooks");
            };
        }
    }

    final boolean json() {
        return json;
    }

    /** What an answer holds; whatever else comes ends the command. */
    static <T> T answer(CompletionStage<ApiResult<T>> call) {
        return success(call.toCompletableFuture().join());
    }
}
