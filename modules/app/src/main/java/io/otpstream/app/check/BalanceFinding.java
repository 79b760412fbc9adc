package io.otpstream.app.check;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiErrorText;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import java.util.OptionalLong;

/** Whether there is money to order with. */
record BalanceFinding(OtpstreamConfig.Money money) {

    Finding of(ApiResult<Balance> answer) {
        return switch (answer) {
            case ApiResult.Success<Balance>(Balance balance) -> of(balance);
            case ApiResult.Failure<Balance>(ApiError error) ->
                Finding.skipped(CheckId.BALANCE, "not told: " + ApiErrorText.explain(error));
        };
    }

    private Finding of(Balance balance) {
        String amount = balance.amountIdr() + " " + balance.currency();
        if (balance.amountIdr() <= 0) {
            return Finding.wrong(
                    CheckId.BALANCE, "the balance is " + amount + ": nothing can be ordered", "top up the account");
        }
        if (isBelow(balance, money.lowBelow())) {
            return Finding.warn(
                    CheckId.BALANCE,
                    "the balance is " + amount + ", below " + ConfigKeys.ALERT_BALANCE_BELOW,
                    "top up the account");
        }
        return Finding.ok(CheckId.BALANCE, "the balance is " + amount + caps(balance));
    }

    private String caps(Balance balance) {
        if (isBelow(balance, money.capPerHour())) {
            return ", which ends before " + ConfigKeys.SPEND_CAP_PER_HOUR + " does";
        }
        if (isBelow(balance, money.capPerDay())) {
            return ", which ends before " + ConfigKeys.SPEND_CAP_PER_DAY + " does";
        }
        boolean capped = money.capPerHour().isPresent() || money.capPerDay().isPresent();
        return capped ? ", more than the spend cap lets out" : "; no spend cap is set";
    }

    private static boolean isBelow(Balance balance, OptionalLong limit) {
        return limit.isPresent() && balance.amountIdr() < limit.getAsLong();
    }
}
