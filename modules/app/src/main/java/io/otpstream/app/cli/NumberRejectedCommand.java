package io.otpstream.app.cli;

import io.otpstream.contract.VerificationCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otpstream number-rejected}. */
@Command(
        name = "number-rejected",
        description = "Tell the pipeline that the platform refused the number: it cancels the order and tries another.",
        footer = {"", "Example:", "  otpstream number-rejected signup-17 --attempt 1"})
public final class NumberRejectedCommand extends CommandSubcommand {

    @Mixin
    private final AttemptOption attempt = new AttemptOption();

    @Override
    VerificationCommand command() {
        return attempt.narrow(VerificationCommand.numberRejected());
    }
}
