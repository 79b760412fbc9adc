package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.Since;
import io.otpstream.app.deadletters.LetterFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class LetterOptions {

    @Option(names = "--topic", paramLabel = "NAME", description = "Only those that came from this topic.")
    private @Nullable String topic;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only those whose reason has this in it.")
    private @Nullable String reason;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.class,
            description = "Only those not older: RFC 3339 instant, or how long ago, like 90m or 7d.")
    private @Nullable Instant since;

    LetterFilter filter() {
        return new LetterFilter(topic, reason, since);
    }

    boolean areGiven() {
        return topic != null || reason != null || since != null;
    }
}
