package io.otpstream.app.cli;

import io.otpstream.app.config.ShownSetting;
import io.otpstream.app.config.Source;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PlainText;
import io.otpstream.app.text.TextTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream config show}. */
@Command(
        name = "show",
        description = {
            "Show the value of every setting and where it comes from. Secrets are hidden, as is what is passed to Kafka"
                    + " under a name that Kafka doesn't know. Asks neither the API nor the brokers: that is what check does."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream config show",
            "  otpstream config show --changed --config otpstream.properties",
            "  otpstream config show --json",
            "",
            "In JSON a hidden value is null, and \"hidden\" is true."
        })
public final class ConfigShowCommand extends Subcommand {

    private static final String HIDDEN = "[hidden]";

    @Option(names = "--changed", description = "Only what was given; leave out what is at its default.")
    private boolean changed;

    @Option(names = "--json", description = "Answer in JSON, an object per setting.")
    private boolean json;

    @Override
    protected ExitCode execute() {
        List<ShownSetting> settings = configWithSources().shown().stream()
                .filter(setting -> !changed || !(setting.source() instanceof Source.Default))
                .toList();
        if (json) {
            settings.forEach(setting -> out().println(jsonLine(setting)));
        } else {
            table(settings).forEach(out()::println);
        }
        return ExitCode.OK;
    }

    private static List<String> table(List<ShownSetting> settings) {
        TextTable table = TextTable.withHeadings("SETTING", "VALUE", "FROM");
        for (ShownSetting setting : settings) {
            String value = setting.value().map(PlainText::of).orElse(HIDDEN);
            table.row(
                    setting.key(),
                    value.isEmpty() ? "-" : value,
                    setting.source().describe());
        }
        return table.lines();
    }

    private static JsonLine jsonLine(ShownSetting setting) {
        return JsonLine.empty()
                .with("setting", setting.key())
                .with("value", setting.value().orElse(null))
                .with("hidden", setting.value().isEmpty())
                .with("from", setting.source().describe());
    }
}
