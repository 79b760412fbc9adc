package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.webhook.ReceiverFactory;
import io.otpstream.app.webhook.ReceiverStartException;
import io.otpstream.app.webhook.WebhookReceiver;
import picocli.CommandLine.Command;

/** {@code otpstream webhook serve}: the receiver without a pipeline. */
@Command(
        name = "serve",
        description = {
            "Receive what the API pushes, until Ctrl-C or SIGTERM, and hand it to the pipelines by way of Kafka.",
            "Listens at webhook.listen; put something before it that speaks https to the outside. 'run' does the same",
            "when webhook.listen is set."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream webhook serve --set webhook.listen=127.0.0.1:8086 --set webhook.secret.file=secret.txt"
        })
public final class WebhookServeCommand extends KafkaSubcommand {

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) throws InterruptedException {
        StopSignal stop = listenForStop();
        prepareTopics(config, cluster);
        try (WebhookReceiver receiver = ReceiverFactory.start(config)) {
            out().println("webhook receiver ready: " + receiver.uri());
            out().flush();
            stop.await();
            return ExitCode.OK;
        } catch (ReceiverStartException e) {
            throw new CommandFailedException(ExitCode.FAILURE, ConfigKeys.WEBHOOK_LISTEN + ": " + e.getMessage(), e);
        }
    }
}
