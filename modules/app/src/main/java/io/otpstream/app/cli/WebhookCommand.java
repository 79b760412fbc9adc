package io.otpstream.app.cli;

import picocli.CommandLine.Command;

/** {@code otpstream webhook}: holds the commands about what the API pushes. */
@Command(
        name = "webhook",
        description = {
            "Have the API push codes, instead of looking for them. In the published dialect only.",
            "The API pushes to one public https address per account; docs/webhooks.md says how to set that up."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            WebhookSetCommand.class,
            WebhookTestCommand.class,
            WebhookShowCommand.class,
            WebhookServeCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  otpstream webhook set --url https://otp.example.org/webhook --secret-file secret.txt",
            "  otpstream webhook test      Has the API push an event, and says what the receiver answered.",
            "  otpstream webhook show      Where the API pushes to, and whether it still does.",
            "  otpstream webhook serve     Receives events without running a pipeline; 'run' does both.",
        })
public final class WebhookCommand extends Subcommand {

    @Override
    protected ExitCode execute() {
        throw usageError("expected set, test, show or serve");
    }
}
