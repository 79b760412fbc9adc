package io.otpstream.app.cli;

import io.otpstream.contract.VerificationCommand;
import picocli.CommandLine.Command;

/** {@code otpstream withdraw}. */
@Command(
        name = "withdraw",
        description = {
            "Tell the pipeline that codes are no longer wanted.",
            "Counts even before the request was read. An open order is cancelled; the final record says so."
        },
        footer = {"", "Example:", "  otpstream withdraw signup-17 signup-18"})
public final class WithdrawCommand extends CommandSubcommand {

    @Override
    VerificationCommand command() {
        return VerificationCommand.withdraw();
    }
}
