package io.otpstream.app.cli;

import picocli.CommandLine.Command;

/** {@code otpstream topics}: holds the commands about topics. */
@Command(
        name = "topics",
        description = "Create, verify or describe the topics that otpstream needs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TopicsCreateCommand.class, TopicsVerifyCommand.class, TopicsDescribeCommand.class},
        footer = {
            "",
            "Examples:",
            "  otpstream topics create     Creates those that are missing; leaves the others alone.",
            "  otpstream topics verify     Exit code 1 and a line per difference if there is one.",
            "  otpstream topics describe   What the broker has.",
            "",
            "dedup.retention and results.retention decide how long requests and codes are kept."
        })
public final class TopicsCommand extends Subcommand {

    @Override
    protected ExitCode execute() {
        throw usageError("expected create, verify or describe");
    }
}
