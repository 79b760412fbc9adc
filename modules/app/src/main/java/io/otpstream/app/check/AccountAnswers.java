package io.otpstream.app.check;

import io.otpstream.app.pipeline.FoundDialect;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Country;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the API said to a few questions that change nothing.
 *
 * @param dialect of orders; no question where the dialect is configured
 * @param balance of the account
 * @param countries of the catalogue
 */
record AccountAnswers(ApiResult<FoundDialect> dialect, ApiResult<Balance> balance, ApiResult<List<Country>> countries) {

    /** What was asked for, in the words of a permission, and how it failed; empty where it didn't. */
    private Stream<Map.Entry<String, Optional<ApiError>>> errorsByQuestion() {
        return Stream.of(
                Map.entry("look at orders", error(dialect)),
                Map.entry("read the balance", error(balance)),
                Map.entry("read the catalogue", error(countries)));
    }

    List<ApiError> errors() {
        return errorsByQuestion()
                .map(Map.Entry::getValue)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the token may not do. */
    List<String> forbidden() {
        return errorsByQuestion()
                .filter(each -> each.getValue()
                        .filter(ApiError.Forbidden.class::isInstance)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether something was answered as only an owner of the token is answered. */
    boolean isTokenTaken() {
        boolean asked = dialect instanceof ApiResult.Success<FoundDialect>(FoundDialect found)
                && found.how() == FoundDialect.How.ASKED;
        return asked
                || balance instanceof ApiResult.Success<Balance>
                || countries instanceof ApiResult.Success<List<Country>>
                || !forbidden().isEmpty();
    }

    private static Optional<ApiError> error(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Success<?> success -> Optional.empty();
            case ApiResult.Failure<?>(ApiError error) -> Optional.of(error);
        };
    }
}
