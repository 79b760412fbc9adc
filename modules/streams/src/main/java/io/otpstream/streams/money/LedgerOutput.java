package io.otpstream.streams.money;

import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.streams.fleet.Pause;

/** What the ledger says. */
sealed interface LedgerOutput {

    record Stated(BalanceStatement statement) implements LedgerOutput {}

    record Raised(Alert alert) implements LedgerOutput {}

    record Paused(Pause pause) implements LedgerOutput {}
}
