package io.otpstream.app.pipeline;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Speed;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.DialectProbe;
import io.otpstream.smscode.GuideClient;
import io.otpstream.smscode.PublishedClient;
import io.otpstream.smscode.ServerClock;
import io.otpstream.smscode.TokenSource;
import io.otpstream.smscode.TokenUnavailableException;
import java.time.Duration;
import java.util.List;

/** Makes the client of the API that the configuration describes. */
public final class ApiFactory {

    /** Below this it would no longer be the API that is measured, but how busy this machine is. */
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(2);

    private static final int SPARE_CONNECTIONS = 10;

    private ApiFactory() {}

    /**
     * A client of the API; the caller closes it.
     *
     * @param dialect what the API speaks, see {@link DialectFinder}
     * @throws InvalidConfigException when no token is configured
     */
    public static SmsCodeApi create(OtpstreamConfig config, Dialect dialect) {
        ClientSettings settings = settings(config).withMaxConnections(connections(config));
        TokenSource tokens = tokens(config.api());
        return switch (dialect) {
            case GUIDE -> GuideClient.create(settings, tokens);
            case PUBLISHED -> PublishedClient.create(settings, tokens);
        };
    }

    /**
     * Asks the API for its dialect; the caller closes it.
     *
     * @throws InvalidConfigException when no token is configured
     */
    static DialectProbe probe(OtpstreamConfig config) {
        return DialectProbe.create(settings(config).withMaxConnections(1), tokens(config.api()));
    }

    /**
     * Looks whether there is a token, without asking the API what it is worth.
     *
     * @throws InvalidConfigException when none is configured
     * @throws TokenUnavailableException when it is in a file that can't be used
     */
    public static void findToken(OtpstreamConfig config) throws TokenUnavailableException {
        tokens(config.api()).current();
    }

    /**
     * Asks the API for the time; the caller closes it.
     *
     * @throws InvalidConfigException when no token is configured
     */
    public static ServerClock clock(OtpstreamConfig config) {
        return ServerClock.create(settings(config).withMaxConnections(1), tokens(config.api()));
    }

    private static ClientSettings settings(OtpstreamConfig config) {
        return ClientSettings.defaults().withBaseUri(config.api().url()).withTimeout(timeout(config));
    }

    /** How long a call may take: shortened by the speed, but not to where a busy machine would miss it. */
    static Duration timeout(OtpstreamConfig config) {
        Duration configured = config.api().timeout();
        Speed speed = config.speed();
        Duration shortened = speed.shorten(configured);
        if (!speed.isFaster() || shortened.compareTo(SHORTEST_TIMEOUT) > 0) {
            return shortened;
        }
        return configured.compareTo(SHORTEST_TIMEOUT) < 0 ? configured : SHORTEST_TIMEOUT;
    }

    /** As many as there are calls when none is answered before the time-out, and some to spare. */
    private static int connections(OtpstreamConfig config) {
        double perSecond =
                config.api().rateLimitPerMinute() / 60.0 * config.speed().factor();
        return SPARE_CONNECTIONS + (int) Math.ceil(perSecond * timeout(config).toMillis() / 1_000);
    }

    private static TokenSource tokens(OtpstreamConfig.Api api) {
        return api.token()
                .map(token -> TokenSource.fixed(token.value()))
                .or(() -> api.tokenFile().map(TokenSource::file))
                .orElseThrow(() -> new InvalidConfigException(List.of(
                        "no API token: set SMSCODE_TOKEN, or " + ConfigKeys.API_TOKEN_FILE + " to a file with it")));
    }
}
