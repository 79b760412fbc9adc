package io.otpstream.app.cli;

import picocli.CommandLine.Command;

/** {@code otpstream dead-letters}: holds the commands about records that couldn't be read. */
@Command(
        name = "dead-letters",
        description = "List records that couldn't be read, or put them back where they came from.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersListCommand.class, DeadLettersReplayCommand.class},
        footer = {
            "",
            "Examples:",
            "  otpstream dead-letters list --since 24h",
            "  otpstream dead-letters replay --id 1:42"
        })
public final class DeadLettersCommand extends Subcommand {

    @Override
    protected ExitCode execute() {
        throw usageError("expected list or replay");
    }
}
