package io.otpstream.app.check;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiErrorText;
import io.otpstream.app.pipeline.FoundDialect;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import java.util.List;

/** What the API's answers mean for somebody who sets things up. */
final class AccountFindings {

    static final List<CheckId> CHECKS =
            List.of(CheckId.API, CheckId.TOKEN, CheckId.PERMISSION, CheckId.DIALECT, CheckId.BALANCE);

    private static final String UNKNOWN = "the API has not told";

    private final OtpstreamConfig config;

    AccountFindings(OtpstreamConfig config) {
        this.config = config;
    }

    /** @param problem the sentence that says so */
    List<Finding> withoutToken(String problem) {
        String why = "there is no token to ask with";
        return List.of(
                Finding.skipped(CheckId.API, why),
                Finding.wrong(
                        CheckId.TOKEN,
                        problem,
                        "the vendor's panel shows the token; the simulator's is simulator-token"),
                Finding.skipped(CheckId.PERMISSION, why),
                Finding.skipped(CheckId.DIALECT, why),
                Finding.skipped(CheckId.BALANCE, why));
    }

    /** One for each of {@link #CHECKS}. */
    List<Finding> of(AccountAnswers answers) {
        return List.of(
                api(answers),
                token(answers),
                permission(answers),
                dialect(answers.dialect()),
                new BalanceFinding(config.money()).of(answers.balance()));
    }

    /** Whoever answers with 401 or 403 is there, so those are left to the other checks. */
    private Finding api(AccountAnswers answers) {
        return answers.errors().stream()
                .filter(error -> !(error instanceof ApiError.Unauthorized || error instanceof ApiError.Forbidden))
                .findFirst()
                .map(this::troubled)
                .orElseGet(() -> Finding.ok(CheckId.API, config.api().url() + " answers"));
    }

    private Finding troubled(ApiError error) {
        String sentence = config.api().url() + ": " + ApiErrorText.explain(error);
        return switch (error) {
            case ApiError.NotSent e ->
                Finding.wrong(
                        CheckId.API,
                        sentence,
                        "see that " + ConfigKeys.API_URL + " is right and that this machine gets there");
            case ApiError.NoAnswer e ->
                Finding.wrong(
                        CheckId.API,
                        sentence,
                        "try again; if it stays so, see what is between this machine and the API, and "
                                + ConfigKeys.API_TIMEOUT);
            case ApiError.RateLimited e ->
                Finding.warn(
                        CheckId.API,
                        sentence,
                        "try again in a minute; something uses up the token's limit: 'otpstream budget' shows what the"
                                + " pipelines do");
            case ApiError.ServerFailure e ->
                Finding.wrong(CheckId.API, sentence, "try again later: the fault is the API's");
            // Whatever else there is, nobody who keeps a contract answers with it to a question for a balance or a
            // list.
            default ->
                Finding.wrong(
                        CheckId.API,
                        sentence,
                        "see that " + ConfigKeys.API_URL + " ends where the API begins, mostly with /v1");
        };
    }

    private Finding token(AccountAnswers answers) {
        if (answers.errors().stream().anyMatch(ApiError.Unauthorized.class::isInstance)) {
            return Finding.wrong(
                    CheckId.TOKEN,
                    "the API refuses the token from " + source() + " (401)",
                    "put a valid token there; a file is read again by itself, the environment only at the start");
        }
        return answers.isTokenTaken()
                ? Finding.ok(CheckId.TOKEN, "the API takes the token from " + source())
                : Finding.skipped(CheckId.TOKEN, UNKNOWN);
    }

    private String source() {
        return config.api().token().isPresent()
                ? "SMSCODE_TOKEN"
                : config.api()
                        .tokenFile()
                        .map(file -> file + " (" + ConfigKeys.API_TOKEN_FILE + ")")
                        .orElse("nowhere");
    }

    private static Finding permission(AccountAnswers answers) {
        List<String> forbidden = answers.forbidden();
        if (!forbidden.isEmpty()) {
            return Finding.wrong(
                    CheckId.PERMISSION,
                    "the token may not " + String.join(", ", forbidden) + " (403)",
                    "give it these permissions at the vendor's, or use a token that has them");
        }
        return answers.errors().isEmpty()
                ? Finding.ok(
                        CheckId.PERMISSION,
                        "the token may read the account and the catalogue; whether it may order, only an order tells")
                : Finding.skipped(CheckId.PERMISSION, UNKNOWN);
    }

    private static Finding dialect(ApiResult<FoundDialect> dialect) {
        return switch (dialect) {
            case ApiResult.Success<FoundDialect>(FoundDialect found) ->
                Finding.ok(CheckId.DIALECT, "speaks the dialect " + found);
            case ApiResult.Failure<FoundDialect>(ApiError error) ->
                Finding.wrong(
                        CheckId.DIALECT,
                        "the API doesn't tell its dialect: " + ApiErrorText.explain(error),
                        "first mend what is wrong above; " + ConfigKeys.API_DIALECT
                                + "=guide or published needs no asking");
        };
    }
}
