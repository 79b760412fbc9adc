package io.otpstream.streams.rates;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Costs;
import io.otpstream.contract.SuccessRates;
import io.otpstream.streams.money.Movement;

/** What an order's event changes. */
sealed interface Change {

    /** A country. */
    record OfCountry(SuccessRates rates) implements Change {}

    /** A country and platform. */
    record OfPlatform(SuccessRates rates) implements Change {}

    /** A country and hour. */
    record OfHour(SuccessRates rates) implements Change {}

    /** A cost cell. */
    record OfCosts(Costs costs) implements Change {}

    /** The account's balance. */
    record OfMoney(Movement movement) implements Change {}

    /** What a person should know. */
    record Told(Alert alert) implements Change {}
}
