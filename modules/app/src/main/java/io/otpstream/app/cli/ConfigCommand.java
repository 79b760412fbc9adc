package io.otpstream.app.cli;

import picocli.CommandLine.Command;

/** {@code otpstream config}: holds the commands about settings. */
@Command(
        name = "config",
        description = "Show the settings that hold, or explain those that there are.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigShowCommand.class, ConfigReferenceCommand.class},
        footer = {
            "",
            "Examples:",
            "  otpstream config show --changed             What isn't at its default, and where it comes from.",
            "  otpstream config reference poll.interval    What a key is for."
        })
public final class ConfigCommand extends Subcommand {

    @Override
    protected ExitCode execute() {
        throw usageError("expected show or reference");
    }
}
