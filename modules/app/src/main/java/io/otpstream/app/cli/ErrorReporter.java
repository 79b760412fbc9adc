package io.otpstream.app.cli;

import io.otpstream.app.broker.BrokerStartException;
import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.simulator.SimulatorStartException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into an exit code and one line per problem on standard error. */
final class ErrorReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final OtpstreamCommand root;

    ErrorReporter(OtpstreamCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println(name + ": " + oneLine(e).replaceFirst("\\.+$", "") + "." + suggestion(e) + " Try '" + name
                        + " --help'.");
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        PrintWriter err = command.getErr();
        if (root.verbose()) {
            e.printStackTrace(err);
        }
        problems(e).forEach(problem -> err.println("otpstream: " + problem));
        err.flush();
        return exitCode(e).code();
    }

    private static List<String> problems(Exception e) {
        return switch (e) {
            case InvalidConfigException invalid -> invalid.problems();
            case CommandFailedException failed -> List.of(oneLine(failed));
            case BrokerStartException notStarted -> List.of(oneLine(notStarted));
            case SimulatorStartException notStarted -> List.of(oneLine(notStarted));
            default -> List.of(e.getClass().getSimpleName() + ": " + oneLine(e) + " (--verbose shows where)");
        };
    }

    private static ExitCode exitCode(Exception e) {
        return switch (e) {
            case InvalidConfigException invalid -> ExitCode.USAGE;
            case CommandFailedException failed -> failed.exitCode();
            default -> ExitCode.FAILURE;
        };
    }

    private static String suggestion(ParameterException e) {
        return Optional.of(e)
                .filter(UnmatchedArgumentException.class::isInstance)
                .map(UnmatchedArgumentException.class::cast)
                .flatMap(unmatched -> unmatched.getSuggestions().stream().findFirst())
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
