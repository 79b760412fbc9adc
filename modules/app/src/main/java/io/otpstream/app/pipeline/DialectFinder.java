package io.otpstream.app.pipeline;

import static io.otpstream.app.pipeline.FoundDialect.How.ASKED;
import static io.otpstream.app.pipeline.FoundDialect.How.CONFIGURED;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.DialectChoice;
import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Speed;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.time.Backoff;
import io.otpstream.smscode.DialectProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which dialect the API speaks: by the configuration, or by asking it. Every question is one request outside the
 * shared budget, which leaves room for it.
 */
public final class DialectFinder {

    private static final Logger LOG = LoggerFactory.getLogger(DialectFinder.class);
    private static final Permit PERMIT = Permit.untimed("api.dialect");

    /** Waits no longer than that; whether the process has been told to stop. */
    @FunctionalInterface
    public interface Stop {
        boolean await(Duration atMost) throws InterruptedException;
    }

    private final DialectChoice choice;
    private final Speed speed;
    private final Supplier<ApiResult<Dialect>> question;

    DialectFinder(DialectChoice choice, Speed speed, Supplier<ApiResult<Dialect>> question) {
        this.choice = choice;
        this.speed = speed;
        this.question = question;
    }

    /** Of the API that the configuration names. */
    public static DialectFinder of(OtpstreamConfig config) {
        return new DialectFinder(config.api().dialect(), config.speed(), () -> ask(config));
    }

    private static ApiResult<Dialect> ask(OtpstreamConfig config) {
        try (DialectProbe probe = ApiFactory.probe(config)) {
            return probe.ask(PERMIT).toCompletableFuture().join();
        }
    }

    /**
     * The dialect, or why it can't be known now. Asks once at most, and waits for the answer.
     *
     * @throws InvalidConfigException when no token is configured
     */
    public ApiResult<FoundDialect> once() {
        return switch (choice) {
            case GUIDE -> new ApiResult.Success<>(new FoundDialect(Dialect.GUIDE, CONFIGURED));
            case PUBLISHED -> new ApiResult.Success<>(new FoundDialect(Dialect.PUBLISHED, CONFIGURED));
            case AUTO -> asked();
        };
    }

    private ApiResult<FoundDialect> asked() {
        return switch (question.get()) {
            case ApiResult.Success<Dialect>(Dialect dialect) ->
                new ApiResult.Success<>(new FoundDialect(dialect, ASKED));
            case ApiResult.Failure<Dialect>(ApiError error) -> new ApiResult.Failure<>(error);
        };
    }

    /**
     * The dialect to run with. Where the API doesn't tell, it is asked again after 1, 2, 4 … 30 s or after what it asks
     * for, until it does; the log says why whenever the reason changes.
     *
     * @return empty when told to stop before that
     * @throws InvalidConfigException when no token is configured
     */
    public Optional<Dialect> await(Stop stop) throws InterruptedException {
        int asked = 0;
        String lastReason = "";
        while (true) {
            switch (once()) {
                case ApiResult.Success<FoundDialect>(FoundDialect found) -> {
                    LOG.info("{}: {}", ConfigKeys.API_DIALECT, found);
                    return Optional.of(found.dialect());
                }
                case ApiResult.Failure<FoundDialect>(ApiError error) -> {
                    lastReason = warn(lastReason, ApiErrorText.explain(error));
                    Duration pause = speed.shorten(Backoff.GUIDE.after(++asked));
                    if (stop.await(longer(pause, retryAfter(error)))) {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    private static String warn(String lastReason, String reason) {
        if (!reason.equals(lastReason)) {
            LOG.warn("{}: the API doesn't tell its dialect: {}. It is asked again.", ConfigKeys.API_DIALECT, reason);
        }
        return reason;
    }

    private static @Nullable Duration retryAfter(ApiError error) {
        if (error instanceof ApiError.RateLimited limited) {
            return limited.retryAfter();
        }
        return error instanceof ApiError.ServerFailure failure ? failure.retryAfter() : null;
    }

    private static Duration longer(Duration pause, @Nullable Duration asked) {
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }
}
