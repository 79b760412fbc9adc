package io.otpstream.app.cli;

import io.otpstream.contract.VerificationCommand;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which attempt a command is meant for. */
final class AttemptOption {

    @Option(
            names = "--attempt",
            paramLabel = "N",
            description = "Meant for this attempt alone, so that it can't hit the next number when it comes late.")
    private Optional<Integer> attempt = Optional.empty();

    VerificationCommand narrow(VerificationCommand command) {
        return attempt.map(command::forAttempt).orElse(command);
    }
}
