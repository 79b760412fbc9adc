package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.DialectWord;
import io.otpstream.domain.api.Dialect;
import picocli.CommandLine.Option;

/** {@code --dialect} of commands that start an API of their own. */
final class DialectOption {

    @Option(
            names = "--dialect",
            converter = DialectWord.class,
            paramLabel = "WORD",
            defaultValue = "guide",
            description = "What the simulated API speaks: guide, as the vendor's guide has it, or published, as the"
                    + " contract that the vendor has published (default: ${DEFAULT-VALUE}).")
    private Dialect dialect = Dialect.GUIDE;

    Dialect dialect() {
        return dialect;
    }
}
