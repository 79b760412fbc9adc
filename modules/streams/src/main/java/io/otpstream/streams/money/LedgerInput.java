package io.otpstream.streams.money;

import io.otpstream.streams.fleet.BalanceReading;

/** What the ledger is made of. */
sealed interface LedgerInput {

    /** An order moved money. */
    record Moved(Movement movement) implements LedgerInput {}

    /** The balance was read. */
    record Seen(BalanceReading reading) implements LedgerInput {}
}
