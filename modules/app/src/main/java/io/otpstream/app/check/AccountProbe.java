package io.otpstream.app.check;

import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.app.pipeline.DialectFinder;
import io.otpstream.app.pipeline.FoundDialect;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.smscode.TokenUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks the API three times at most, and finds out what token, permissions, dialect and balance are like. */
record AccountProbe(OtpstreamConfig config) implements Probe {

    private static final Permit PERMIT = Permit.untimed("check");

    @Override
    public List<CheckId> checks() {
        return AccountFindings.CHECKS;
    }

    @Override
    public List<Finding> look() {
        AccountFindings findings = new AccountFindings(config);
        try {
            ApiFactory.findToken(config);
            return findings.of(ask());
        } catch (InvalidConfigException | TokenUnavailableException noToken) {
            return findings.withoutToken(String.valueOf(noToken.getMessage()));
        }
    }

    private AccountAnswers ask() {
        ApiResult<FoundDialect> dialect = DialectFinder.of(config).once();
        // Both dialects spell balance and countries alike, so that these tell something even where that is unknown.
        Dialect spoken =
                switch (dialect) {
                    case ApiResult.Success<FoundDialect>(FoundDialect found) -> found.dialect();
                    case ApiResult.Failure<FoundDialect> unknown -> Dialect.GUIDE;
                };
        try (SmsCodeApi api = ApiFactory.create(config, spoken)) {
            CompletableFuture<ApiResult<Balance>> balance = api.balance(PERMIT).toCompletableFuture();
            CompletableFuture<ApiResult<List<Country>>> countries =
                    api.countries(PERMIT).toCompletableFuture();
            return new AccountAnswers(dialect, balance.join(), countries.join());
        }
    }
}
