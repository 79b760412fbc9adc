package io.otpstream.smscode;

import java.nio.file.Path;
import java.time.InstantSource;

/** Where the token comes from. It is asked before every request, by several threads, and may read a file. */
@FunctionalInterface
public interface TokenSource {

    /** The token to use for the next request. */
    ApiToken current() throws TokenUnavailableException;

    /**
     * Always the same token.
     *
     * @throws IllegalArgumentException when it can't be a token, see {@link ApiToken#of}
     */
    static TokenSource fixed(String token) {
        ApiToken checked = ApiToken.of(token);
        return () -> checked;
    }

    /**
     * The content of a file without the white space around it, read anew for every request, so that a rotated token is
     * used from the next request on.
     *
     * <p>Tools replace a file by deleting or emptying it first. So after a good read, a file that is missing, empty or
     * unreadable is forgiven for 60 s: the last good token goes on being used.
     */
    static TokenSource file(Path file) {
        return new TokenFile(file, InstantSource.system());
    }
}
