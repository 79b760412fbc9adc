package io.otpstream.dashboard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.types.Password;

/**
 * Where the dashboard listens, and who may ask.
 *
 * @param host name or address to listen on
 * @param port 0 for any free one
 * @param password that whoever asks has to give; has to be there unless {@code host} is this machine's loopback
 */
public record DashboardSettings(String host, int port, Optional<Password> password) {

    /** A password that can be guessed is none. */
    public static final int SHORTEST_PASSWORD = 12;

    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|(0{1,4}:){7}0{0,3}1|::1");

    /** @throws IllegalArgumentException for an open door */
    public DashboardSettings {
        if (password.isPresent() && password.get().value().length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("password: expected " + SHORTEST_PASSWORD + " characters or more");
        }
        if (password.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("host: expected 127.0.0.1 while there is no password");
        }
    }

    /** Whether only programs on this machine can reach it. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether a name or an address, without brackets and port, is this machine's loopback. Asks no name server. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
