package io.otpstream.app.cli;

import io.otpstream.app.webhook.WebhookSecret;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream webhook set}. */
@Command(
        name = "set",
        description = {
            "Tell the API where to push events and what to sign them with. That also enables a webhook that it has disabled.",
            "The first time without --secret-file the API makes up a secret: 'webhook show --show-secret-to' gets it."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream webhook set --url https://otp.example.org/webhook --secret-file secret.txt",
            "  otpstream webhook set --url ''      Pushes nothing any more."
        })
public final class WebhookSetCommand extends WebhookSubcommand {

    private static final int LONGEST_URL = 2048;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Public and https, up to 2048 characters; empty to push nothing any more.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the secret, up to 256 characters: the one that the receiver is given.")
    private Optional<Path> secretFile = Optional.empty();

    @Override
    ExitCode execute(PublishedApi api) {
        Webhook changed = answer(api.changeWebhook(change(), PERMIT));
        if (json()) {
            out().println(WebhookText.json(changed));
        } else {
            WebhookText.lines(changed).forEach(out()::println);
        }
        return ExitCode.OK;
    }

    private WebhookChange change() {
        if (url.isEmpty() && secretFile.isEmpty()) {
            throw usageError("--url, --secret-file: expected at least one of them");
        }
        if (url.isPresent() && url.get().length() > LONGEST_URL) {
            throw usageError("--url: expected at most " + LONGEST_URL + " characters");
        }
        return new WebhookChange(url.orElse(null), secretFile.map(this::secret).orElse(null));
    }

    /** As the receiver reads it: without white space around it. */
    private String secret(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.lines().count() > 1) {
                throw usageError("--secret-file: expected one secret, for the API has one at a time");
            }
            WebhookSecret.of(secret);
            return secret;
        } catch (IOException e) {
            throw usageError("--secret-file: expected a file that can be read, but " + file + " can't be");
        } catch (IllegalArgumentException wrong) {
            throw usageError("--secret-file: " + wrong.getMessage());
        }
    }
}
