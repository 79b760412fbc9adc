package io.otpstream.app.cli;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.reference.KeyDescription;
import io.otpstream.app.config.reference.MarkdownReference;
import io.otpstream.app.config.reference.ReferenceText;
import io.otpstream.app.config.reference.SampleFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code otpstream config reference}. */
@Command(
        name = "reference",
        description = "Explain settings: what each is for, what it may be, its default and its environment variable.",
        footer = {
            "",
            "Examples:",
            "  otpstream config reference                        All of them.",
            "  otpstream config reference poll.interval speed    These two.",
            "  otpstream config reference --properties > otpstream.properties",
            "  otpstream config reference --json"
        })
public final class ConfigReferenceCommand extends Subcommand {

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "Only these settings.")
    private List<String> keys = new ArrayList<>();

    @ArgGroup(exclusive = true)
    private final Format format = new Format();

    /** How the answer is written; the default is text for a terminal. */
    private static final class Format {

        @Option(names = "--json", description = "Answer in JSON, an object per setting.")
        private boolean json;

        @Option(names = "--markdown", description = "Answer with the page docs/configuration.md.")
        private boolean markdown;

        @Option(names = "--properties", description = "Answer with a file for --config that has every setting.")
        private boolean properties;
    }

    @Override
    protected ExitCode execute() {
        if ((format.markdown || format.properties) && !keys.isEmpty()) {
            throw usageError("KEY: expected without --markdown and --properties, which are about all settings");
        }
        keys.forEach(this::checkKnown);
        if (format.markdown) {
            out().print(MarkdownReference.text());
        } else if (format.properties) {
            out().print(SampleFile.text());
        } else {
            KeyDescription.all().stream()
                    .filter(key -> keys.isEmpty() || keys.contains(key.key()))
                    .forEach(this::print);
        }
        out().flush();
        return ExitCode.OK;
    }

    private void checkKnown(String key) {
        if (!ConfigKeys.definition().names().contains(key)) {
            throw usageError(
                    "KEY: expected a setting, but there is no " + key + "; the nearest is " + ConfigKeys.nearest(key));
        }
    }

    private void print(KeyDescription key) {
        if (format.json) {
            out().println(ReferenceText.jsonLine(key));
        } else {
            ReferenceText.lines(key).forEach(out()::println);
            out().println();
        }
    }
}
