package io.otpstream.app.cli;

import io.otpstream.contract.VerificationCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otpstream sms-requested}. */
@Command(
        name = "sms-requested",
        description = "Tell the pipeline that the text was triggered only now: the time to wait for it starts again.",
        footer = {"", "Example:", "  otpstream sms-requested signup-17"})
public final class SmsRequestedCommand extends CommandSubcommand {

    @Mixin
    private final AttemptOption attempt = new AttemptOption();

    @Override
    VerificationCommand command() {
        return attempt.narrow(VerificationCommand.smsRequested());
    }
}
