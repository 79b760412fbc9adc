package io.otpstream.streams.money;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Severity;
import io.otpstream.domain.money.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people have to know of the balance. docs/alerts.md says when each one is raised and cleared. */
final class BalanceAlerts {

    private static final String LOW = AlertKind.BALANCE_LOW.word();
    private static final String SHORT = AlertKind.BALANCE_SHORT.word();
    private static final String UNEXPLAINED = AlertKind.BALANCE_UNEXPLAINED.word();

    /** An order is charged what it costs when it is placed, and known by what the catalogue said up to a minute before. */
    private static final double TOLERATED_OF_CATALOGUE_PRICES = 0.01;

    /** The API's balance is rounded to whole rupiah. */
    private static final long ALWAYS_TOLERATED_IDR = 1;

    private static final Duration HOUR = Duration.ofHours(1);

    private final OptionalLong lowBelowIdr;
    private final Consumer<Alert> alerts;

    BalanceAlerts(OptionalLong lowBelowIdr, Consumer<Alert> alerts) {
        this.lowBelowIdr = lowBelowIdr;
        this.alerts = alerts;
    }

    /**
     * The balance was read.
     *
     * @param lastHourIdr what the last hour's orders cost
     */
    Episodes read(Episodes before, long balanceIdr, long lastHourIdr, Instant now) {
        return shortage(low(before, balanceIdr, now), balanceIdr, lastHourIdr, now);
    }

    private Episodes low(Episodes before, long balanceIdr, Instant now) {
        if (lowBelowIdr.isEmpty()) {
            return before.withLow(false);
        }
        long below = lowBelowIdr.getAsLong();
        if (!before.low() && balanceIdr < below) {
            String message =
                    "The balance is %d IDR, less than alert.balance.below.idr (%d IDR).".formatted(balanceIdr, below);
            raise(LOW, message, "Deposit money.", now, Severity.WARNING);
            return before.withLow(true);
        }
        if (before.low() && isEnoughAgain(balanceIdr, below)) {
            clear(LOW, "The balance is %d IDR.".formatted(balanceIdr), now);
            return before.withLow(false);
        }
        return before;
    }

    private Episodes shortage(Episodes before, long balanceIdr, long lastHourIdr, Instant now) {
        if (!before.shortage() && balanceIdr < lastHourIdr) {
            String message = "The balance is %d IDR and lasts for less than an hour: the last one cost %d IDR."
                    .formatted(balanceIdr, lastHourIdr);
            String action = "Deposit money, or orders stop when the balance is empty.";
            raise(SHORT, message, action, now, Severity.WARNING);
            return before.withShortage(true);
        }
        if (before.shortage() && isEnoughAgain(balanceIdr, lastHourIdr)) {
            String message = "The balance is %d IDR and lasts for more than an hour: the last one cost %d IDR."
                    .formatted(balanceIdr, lastHourIdr);
            clear(SHORT, message, now);
            return before.withShortage(false);
        }
        return before;
    }

    /** A tenth more: a balance that goes up and down with every order must not raise an alert each time. */
    private static boolean isEnoughAgain(long balanceIdr, long limitIdr) {
        return balanceIdr - limitIdr >= limitIdr / 10;
    }

    /**
     * A reading was settled.
     *
     * @param from where the amounts come from
     */
    Episodes settled(Episodes before, Page page, @Nullable PriceSource from, Instant now) {
        boolean exact = from == null || from == PriceSource.CHARGED;
        double share = exact ? 0 : TOLERATED_OF_CATALOGUE_PRICES;
        long tolerated = Math.max(ALWAYS_TOLERATED_IDR, (long) (page.chargesIdr() * share));
        Instant hour = page.hour();
        if (-page.unexplainedIdr() > tolerated) {
            if (before.unexplainedIn() == null) {
                raiseUnexplained(page, tolerated, now);
            }
            return before.withUnexplainedIn(hour);
        }
        if (isOver(before.unexplainedIn(), hour)) {
            clear(UNEXPLAINED, "The balance is what orders and deposits explain.", now);
            return before.withUnexplainedIn(null);
        }
        return before;
    }

    /** An order that was heard of late explains it after all, or a whole hour went by without. */
    private static boolean isOver(@Nullable Instant last, Instant hour) {
        return last != null && (hour.equals(last) || !hour.isBefore(last.plus(HOUR.multipliedBy(2))));
    }

    private void raiseUnexplained(Page page, long tolerated, Instant now) {
        String message =
                ("Since %s the account has lost %d IDR more than our orders cost (tolerated: %d IDR). Somebody else uses the"
                                + " token or the account, or the vendor has changed its prices between catalogue and order,"
                                + " or an order in doubt was charged for good.")
                        .formatted(page.opening().at(), -page.unexplainedIdr(), tolerated);
        String action =
                "Compare verification.orders with the vendor's list of orders for that time. If it has orders that"
                        + " are not there, replace the token.";
        raise(UNEXPLAINED, message, action, now, Severity.CRITICAL);
    }

    private void raise(String kind, String message, String action, Instant now, Severity severity) {
        alerts.accept(Alert.raised(kind, null, message, action, now, severity));
    }

    private void clear(String kind, String message, Instant now) {
        alerts.accept(Alert.cleared(kind, null, message, now));
    }
}
