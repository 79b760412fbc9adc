package io.otpstream.app.cli;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.Setting;
import io.otpstream.app.config.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every subcommand takes, before its name or after it. */
final class GlobalOptions {

    private static final String SET = "--set";
    private static final String BOOTSTRAP_SERVERS = "--bootstrap-servers";
    private static final String API_URL = "--api-url";
    private static final String SPEED = "--speed";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli looks at the annotation: the option itself is the action
    private boolean help;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Properties file with settings; also OTPSTREAM_CONFIG.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = SET,
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "One setting; wins over file and environment. Repeatable.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = BOOTSTRAP_SERVERS,
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            description = "Kafka brokers (kafka.bootstrap.servers).")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = API_URL,
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "SMSCode API or simulator (api.url).")
    private Optional<String> apiUrl = Optional.empty();

    @Option(
            names = SPEED,
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Divide every duration; for the simulator only (speed).")
    private Optional<String> speed = Optional.empty();

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces.")
    private boolean verbose;

    Optional<Path> file() {
        return file;
    }

    boolean verbose() {
        return verbose;
    }

    /**
     * In the order in which a later one wins.
     *
     * @throws CommandFailedException when an assignment is none
     */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        assignments.forEach(assignment -> settings.add(assigned(assignment)));
        bootstrapServers.ifPresent(
                value -> settings.add(setting(ConfigKeys.KAFKA_BOOTSTRAP_SERVERS, value, BOOTSTRAP_SERVERS)));
        apiUrl.ifPresent(value -> settings.add(setting(ConfigKeys.API_URL, value, API_URL)));
        speed.ifPresent(value -> settings.add(setting(ConfigKeys.SPEED, value, SPEED)));
        return settings;
    }

    private static Setting assigned(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new CommandFailedException(ExitCode.USAGE, "flag " + SET + ": expected KEY=VALUE");
        }
        return setting(
                assignment.substring(0, equals).strip(),
                assignment.substring(equals + 1).strip(),
                SET);
    }

    private static Setting setting(String key, String value, String flag) {
        return new Setting(key, value, new Source.Flag(flag));
    }
}
