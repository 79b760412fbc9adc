package io.otpstream.app.cli;

import io.otpstream.contract.VerificationCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otpstream resend}. */
@Command(
        name = "resend",
        description = {
            "Ask the vendor for another text to the same number.",
            "It takes a number that has had a text: one whose code is late, or that is held after its code (see"
                    + " 'otpstream request --hold'). The event resent or resend_refused tells what the vendor said."
        },
        footer = {
            "",
            "Example:",
            "  otpstream request --id signup-17 --platform whatsapp --country ID --hold 5m --wait",
            "  otpstream resend signup-17",
            "  otpstream results --id signup-17 --no-from-beginning --follow"
        })
public final class ResendCommand extends CommandSubcommand {

    @Mixin
    private final AttemptOption attempt = new AttemptOption();

    @Override
    VerificationCommand command() {
        return attempt.narrow(VerificationCommand.resend());
    }
}
