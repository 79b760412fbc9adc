package io.otpstream.app.cli;

import io.otpstream.app.config.ConfigSources;
import io.otpstream.app.config.LoadedConfig;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What every subcommand of {@code otpstream} extends.
 *
 * <p>It answers on {@link #out}, and fails by throwing: {@link CommandFailedException} for an exit code of its own,
 * {@link #usageError} for wrong arguments. Whatever else is thrown ends with {@link ExitCode#FAILURE} and one line.
 * Add the class to the subcommands of {@link OtpstreamCommand}; it needs a constructor without arguments.
 */
public abstract class Subcommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** Does the work, on the main thread. */
    protected abstract ExitCode execute() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return execute().code();
    }

    /**
     * The configuration as the global options, the environment and the file make it.
     *
     * @throws io.otpstream.app.config.InvalidConfigException which ends the command with one line per problem
     */
    protected final OtpstreamConfig config() {
        return root().config(List.of());
    }

    /**
     * The same, with where each value comes from.
     *
     * @throws io.otpstream.app.config.InvalidConfigException which ends the command with one line per problem
     */
    protected final LoadedConfig configWithSources() {
        return root().configWithSources();
    }

    /** The same with settings that win over all others. */
    protected final OtpstreamConfig config(Setting... decided) {
        return root().config(List.of(decided));
    }

    /** Where the settings come from. */
    protected final ConfigSources configSources() {
        return root().configSources();
    }

    /**
     * The settings that were given as global options, for a command that starts its own broker and API: what is
     * configured for the real ones in a file or in the environment, above all the token, stays out of it.
     */
    protected final List<Setting> givenSettings() {
        if (root().hasFile()) {
            throw usageError("--config: expected not to be given, for broker and API are started here; --set changes a"
                    + " setting");
        }
        return root().givenSettings();
    }

    /** Where answers go. */
    protected final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Where everything goes that is not an answer: progress, hints. */
    protected final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** From now on SIGTERM and Ctrl-C don't end the process: the command awaits the signal and returns. */
    protected final StopSignal listenForStop() {
        StopSignal stop = root().stop();
        stop.listen();
        return stop;
    }

    /** To be thrown for arguments that can't be used; the message names the argument and what is expected. */
    protected final ParameterException usageError(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    /** The whole command line that this belongs to. */
    protected final CommandLine commandLine() {
        return spec().root().commandLine();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it before the command is executed");
    }

    private OtpstreamCommand root() {
        return (OtpstreamCommand) spec().root().userObject();
    }
}
