package io.otpstream.app.cli;

import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiErrorText;
import io.otpstream.app.pipeline.DialectFinder;
import io.otpstream.app.pipeline.FoundDialect;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Dialect;

/** A subcommand that asks the API something, and ends with one line where the API says no. */
abstract class ApiSubcommand extends Subcommand {

    /** What the API speaks: as configured, or found out with one request. */
    static Dialect dialect(OtpstreamConfig config) {
        ApiResult<FoundDialect> found = DialectFinder.of(config).once();
        return success(found).dialect();
    }

    /** What an answer holds; whatever else comes ends the command. */
    static <T> T success(ApiResult<T> result) {
        return switch (result) {
            case ApiResult.Success<T>(T value) -> value;
            case ApiResult.Failure<T>(ApiError error) -> throw failed(error);
        };
    }

    private static CommandFailedException failed(ApiError error) {
        String why = error instanceof ApiError.InvalidParameters invalid
                ? invalid.code() + ": " + invalid.message()
                : ApiErrorText.explain(error);
        return new CommandFailedException(ExitCode.FAILURE, "the API: " + why);
    }
}
