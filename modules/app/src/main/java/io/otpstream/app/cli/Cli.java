package io.otpstream.app.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** Puts the command line together. */
public final class Cli {

    private static final int USAGE_WIDTH = 100;

    private final OtpstreamCommand root;

    /**
     * A command that depends on nothing but what it is given here.
     *
     * @param environment the variables that settings are read from
     * @param home the directory of the user
     * @param stop tells long-running commands to end
     */
    public Cli(Map<String, String> environment, Path home, StopSignal stop) {
        this.root = new OtpstreamCommand(environment, home, stop);
    }

    /** A new command line; its {@code execute} returns the exit code and never throws. */
    public CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(root);
        ErrorReporter reporter = new ErrorReporter(root);
        commandLine.setExecutionExceptionHandler(reporter);
        commandLine.setParameterExceptionHandler(reporter);
        commandLine.setUsageHelpWidth(USAGE_WIDTH);
        listExitCodes(commandLine);
        return commandLine;
    }

    private static void listExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.descriptions());
        command.getSubcommands().values().forEach(Cli::listExitCodes);
    }
}
