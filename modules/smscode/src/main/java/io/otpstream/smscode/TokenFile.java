package io.otpstream.smscode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A token in a file. Reading a few hundred bytes five times a second costs less than being wrong about whether the file
 * has changed: time stamps are coarse and a new token is as long as the old one.
 */
final class TokenFile implements TokenSource {

    /** How long a file may be unusable before that is an error. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private record LastGood(ApiToken token, Instant readAt) {}

    private final Path file;
    private final InstantSource clock;
    private volatile @Nullable LastGood lastGood;

    TokenFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public ApiToken current() throws TokenUnavailableException {
        try {
            ApiToken token = read();
            lastGood = new LastGood(token, clock.instant());
            return token;
        } catch (TokenUnavailableException e) {
            LastGood last = lastGood;
            if (last != null && clock.instant().isBefore(last.readAt().plus(GRACE))) {
                return last.token();
            }
            throw e;
        }
    }

    private ApiToken read() throws TokenUnavailableException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            // White space may surround the token, but nothing endless.
            content = in.readNBytes(2 * ApiToken.LONGEST);
        } catch (NoSuchFileException e) {
            throw unavailable("there is no such file");
        } catch (AccessDeniedException e) {
            throw unavailable("it may not be read");
        } catch (IOException e) {
            throw unavailable("it can't be read (" + e.getClass().getSimpleName() + ")");
        }
        try {
            return ApiToken.of(new String(content, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unavailable(String.valueOf(e.getMessage()));
        }
    }

    private TokenUnavailableException unavailable(String why) {
        return new TokenUnavailableException("token file " + file + ": " + why);
    }

    @Override
    public String toString() {
        return "token file " + file;
    }
}
