package io.otpstream.app.cli;

import picocli.CommandLine.Command;

/** {@code otpstream bench}: holds the commands that measure and that break things on purpose. */
@Command(
        name = "bench",
        description = "Put the pipeline under stress and measure it. Needs nothing but this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchSimulationCommand.class,
            BenchChaosCommand.class,
            BenchBudgetCommand.class,
            BenchFleetCommand.class,
            BenchBacklogCommand.class,
            BenchChooseCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  otpstream bench simulation --seeds 100000",
            "  otpstream bench chaos --requests 1000 --kills 20 --json chaos.json",
            "  otpstream bench budget --virtual-only",
            "  otpstream bench fleet --json fleet.json",
            "  otpstream bench backlog --json backlog.json",
            "  otpstream bench choose"
        })
public final class BenchCommand extends Subcommand {

    @Override
    protected ExitCode execute() {
        throw usageError("expected simulation, chaos, budget, fleet, backlog or choose");
    }
}
