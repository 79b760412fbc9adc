package io.otpstream.app.cli;

import io.otpstream.app.files.OwnersFile;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Webhook;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream webhook show}. */
@Command(
        name = "show",
        description = "Show where the API pushes events to, and whether it still does. Never shows the secret.",
        footer = {
            "",
            "Examples:",
            "  otpstream webhook show --json",
            "  otpstream webhook show --show-secret-to secret.txt"
        })
public final class WebhookShowCommand extends WebhookSubcommand {

    @Option(
            names = "--show-secret-to",
            paramLabel = "FILE",
            description = "Write the secret to a new file that only its owner can read.")
    private Optional<Path> secretTo = Optional.empty();

    @Override
    ExitCode execute(PublishedApi api) {
        Webhook webhook = answer(api.webhook(PERMIT));
        secretTo.ifPresent(file -> write(file, webhook.secret()));
        if (json()) {
            out().println(WebhookText.json(webhook));
        } else {
            WebhookText.lines(webhook).forEach(out()::println);
        }
        return ExitCode.OK;
    }

    private void write(Path file, @Nullable String secret) {
        if (secret == null) {
            throw new CommandFailedException(ExitCode.FAILURE, "--show-secret-to: the API has no secret to write");
        }
        try {
            OwnersFile.write(file, secret + System.lineSeparator());
        } catch (FileAlreadyExistsException e) {
            throw usageError("--show-secret-to: expected a file that isn't there yet, but " + file + " is");
        } catch (IOException e) {
            throw usageError("--show-secret-to: expected a file that can be written, but " + file + " can't be");
        }
    }
}
