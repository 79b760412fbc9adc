package io.otpstream.app.cli;

import io.otpstream.app.config.ConfigInputs;
import io.otpstream.app.config.ConfigLoader;
import io.otpstream.app.config.ConfigSources;
import io.otpstream.app.config.LoadedConfig;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a subcommand: holds what they all share. */
@Command(
        name = "otpstream",
        description = "Phone verification as a stream: numbers and one-time codes on Kafka topics.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionProvider.class,
        subcommands = {
            DemoCommand.class,
            SandboxCommand.class,
            RunCommand.class,
            SimulateCommand.class,
            BrokerCommand.class,
            CheckCommand.class,
            CatalogCommand.class,
            ConfigCommand.class,
            WebhookCommand.class,
            TopicsCommand.class,
            RequestCommand.class,
            WithdrawCommand.class,
            SmsRequestedCommand.class,
            NumberRejectedCommand.class,
            ResendCommand.class,
            ResultsCommand.class,
            TraceCommand.class,
            DeadLettersCommand.class,
            RatesCommand.class,
            CostsCommand.class,
            BudgetCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            BenchCommand.class,
            CompletionCommand.class,
        },
        footer = {
            "",
            "Examples:",
            "  otpstream demo                             The main job, with nothing set up.",
            "  otpstream sandbox                          The same to run beside an application.",
            "  otpstream request --platform 1 --country 6 --wait",
            "  otpstream COMMAND --help                   What one command does, with examples.",
            "",
            "Settings come from flags, OTPSTREAM_* variables (in-doubt.policy is",
            "OTPSTREAM_IN_DOUBT_POLICY), the properties file, and defaults, in this order.",
            "The API token comes from SMSCODE_TOKEN, else from the file in api.token.file.",
            "'otpstream config reference' explains all of them, 'otpstream config show' what holds.",
            "demo and sandbox start their own broker and API, so they take settings from flags alone."
        })
final class OtpstreamCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("unused") // picocli looks at the annotation: the option itself is the action
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;
    private final Path home;
    private final StopSignal stop;

    OtpstreamCommand(Map<String, String> environment, Path home, StopSignal stop) {
        this.environment = environment;
        this.home = home;
        this.stop = stop;
    }

    OtpstreamConfig config(List<Setting> decided) {
        List<Setting> flags = new ArrayList<>(options.settings());
        flags.addAll(decided);
        return ConfigLoader.load(inputs(flags));
    }

    ConfigSources configSources() {
        return ConfigSources.of(inputs(options.settings()));
    }

    LoadedConfig configWithSources() {
        return ConfigLoader.loadWithSources(inputs(options.settings()));
    }

    private ConfigInputs inputs(List<Setting> flags) {
        return new ConfigInputs(options.file(), environment, flags, home);
    }

    List<Setting> givenSettings() {
        return options.settings();
    }

    boolean hasFile() {
        return options.file().isPresent();
    }

    StopSignal stop() {
        return stop;
    }

    boolean verbose() {
        return options.verbose();
    }

    /** Without a subcommand there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return ExitCode.USAGE.code();
    }
}
