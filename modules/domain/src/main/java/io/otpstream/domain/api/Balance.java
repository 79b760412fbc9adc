package io.otpstream.domain.api;

/**
 * What is left on the account.
 *
 * @param currency ISO 4217, {@code IDR} in this API
 * @param amountIdr whole rupiah, rounded down
 */
public record Balance(String currency, long amountIdr) {}
