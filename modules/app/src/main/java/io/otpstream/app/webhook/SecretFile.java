package io.otpstream.app.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Secrets in a file, one a line; blank lines and white space around them don't count. */
final class SecretFile implements SecretSource {

    /** More can't be meant: one that goes and one that comes. */
    private static final int MOST = 2;

    private static final int LARGEST = 4 * 1024;

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    @Override
    public List<WebhookSecret> current() throws SecretUnavailableException {
        List<String> lines = lines();
        if (lines.isEmpty() || lines.size() > MOST) {
            throw new SecretUnavailableException(
                    this + ": expected one secret, or an old one and a new one on two lines");
        }
        try {
            return lines.stream().map(WebhookSecret::of).toList();
        } catch (IllegalArgumentException wrong) {
            throw new SecretUnavailableException(this + ": " + wrong.getMessage());
        }
    }

    private List<String> lines() throws SecretUnavailableException {
        try (InputStream in = Files.newInputStream(file)) {
            String content = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return content.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new SecretUnavailableException(
                    this + ": it can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public String toString() {
        return "webhook secret file " + file;
    }
}
