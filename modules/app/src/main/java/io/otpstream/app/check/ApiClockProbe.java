package io.otpstream.app.check;

import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiErrorText;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import io.otpstream.smscode.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Compares this machine's clock with the API's, with one request. */
record ApiClockProbe(OtpstreamConfig config, InstantSource clock) implements Probe {

    /** Answers say the time in whole seconds. */
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    /** Deadlines of orders and bans come as times of the API's; a difference of this size begins to move them. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.API_CLOCK);
    }

    @Override
    public List<Finding> look() {
        try (ServerClock server = ApiFactory.clock(config)) {
            Instant sent = clock.instant();
            ApiResult<Instant> answer =
                    server.ask(Permit.untimed("check")).toCompletableFuture().join();
            Instant received = clock.instant();
            return List.of(
                    switch (answer) {
                        case ApiResult.Success<Instant>(Instant date) -> finding(sent, date, received);
                        case ApiResult.Failure<Instant>(ApiError error) ->
                            Finding.skipped(CheckId.API_CLOCK, "not told: " + ApiErrorText.explain(error));
                    });
        } catch (InvalidConfigException noToken) {
            return List.of(Finding.skipped(CheckId.API_CLOCK, "there is no token to ask with"));
        }
    }

    /**
     * Judges by what is certain: the answer was written within {@code date} and a second later, and between sending and
     * receiving.
     */
    static Finding finding(Instant sent, Instant date, Instant received) {
        Duration aheadAtLeast = Duration.between(date.plus(RESOLUTION), sent);
        Duration behindAtLeast = Duration.between(received, date);
        if (aheadAtLeast.compareTo(TOLERANCE) > 0) {
            return off(aheadAtLeast, "ahead of");
        }
        if (behindAtLeast.compareTo(TOLERANCE) > 0) {
            return off(behindAtLeast, "behind");
        }
        return Finding.ok(CheckId.API_CLOCK, "this clock and the API's agree to the second");
    }

    private static Finding off(Duration by, String where) {
        return Finding.warn(
                CheckId.API_CLOCK,
                "this clock is at least " + by.toSeconds() + " s " + where + " the API's",
                "set this machine's clock by NTP, with chrony or systemd-timesyncd");
    }
}
