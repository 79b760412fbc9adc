package io.otpstream.streams.calls;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people when orders stop and when they go on. */
final class GateReporter {

    private static final Logger LOG = LoggerFactory.getLogger(GateReporter.class);

    private static final String BANNED = AlertKind.BANNED.word();

    private static final String MEND_ORDERS =
            "Look at the success rates: too many orders fail. Take those countries from the requests.";

    private static final String FEWER_CANCELS =
            "Nothing is lost but time: the vendor refunds orders that expire. Give requests more timeout_seconds.";

    private static final String RESUMED = "Orders are placed again.";

    private final AlertSink alerts;
    private final FleetSignals fleet;
    private final InstantSource clock;

    GateReporter(AlertSink alerts, FleetSignals fleet, InstantSource clock) {
        this.alerts = alerts;
        this.fleet = fleet;
        this.clock = clock;
    }

    void report(GateNews news) {
        switch (news) {
            case GateNews.Closed(OrderGate.Cause cause, long neededIdr) -> {
                String message = "No new orders: " + explain(cause) + " Requests wait.";
                LOG.warn(message);
                fleet.pauseOrders(cause, neededIdr);
                alerts.raise(
                        Alert.raised(kind(cause), null, message, advise(cause), clock.instant(), Severity.CRITICAL));
            }
            case GateNews.ClosedElsewhere(OrderGate.Cause cause) ->
                LOG.warn("No new orders: another process says that " + explain(cause));
            // The alert is the ledger's, which knows the amounts.
            case GateNews.Capped(Instant until) ->
                LOG.warn("No new orders before {}: the spend cap is reached. Requests wait.", until);
            case GateNews.Banned(Instant until, String tier) -> {
                String message = "No new orders before %s: the API has banned the account for a while%s. Requests wait."
                        .formatted(until, tier == null ? "" : " (" + tier + ")");
                LOG.error(message);
                fleet.banned(until);
                alerts.raise(Alert.raised(BANNED, null, message, MEND_ORDERS, clock.instant(), Severity.CRITICAL));
            }
            case GateNews.BannedElsewhere(Instant until) ->
                LOG.warn("No new orders before {}: another process says that the account is banned.", until);
            case GateNews.BanOver(boolean elsewhere) -> {
                LOG.info("The time of the ban is over.");
                if (!elsewhere) {
                    alerts.raise(Alert.cleared(BANNED, null, RESUMED, clock.instant()));
                }
            }
            case GateNews.CancelsCapped(Instant until) -> {
                String message = "The API takes no more cancels today: they are tried again at %s, and orders expire."
                        .formatted(until);
                LOG.warn(message);
                fleet.cancelsCapped(until);
                alerts.raise(Alert.raised(
                        AlertKind.CANCEL_CAP.word(), null, message, FEWER_CANCELS, clock.instant(), Severity.WARNING));
            }
            // The alert is written by the command that pauses.
            case GateNews.PausedByHand(OperatorWord.Stop(Instant since, String by, String reason)) ->
                LOG.warn(
                        "No new orders: paused by {} at {} ({}). Requests wait.",
                        oneLine(by),
                        since,
                        reason == null ? "no reason given" : oneLine(reason));
            case GateNews.ResumedByHand resumed -> LOG.info("The pause is over.");
            case GateNews.Uncapped uncapped -> LOG.info("The spend is below its cap again.");
            case GateNews.Opened(OrderGate.Cause after, boolean elsewhere) -> {
                if (after == OrderGate.Cause.UNCHECKED) {
                    LOG.info("The API takes the token: orders are placed.");
                } else {
                    LOG.info(RESUMED);
                    if (!elsewhere) {
                        alerts.raise(Alert.cleared(kind(after), null, RESUMED, clock.instant()));
                    }
                }
            }
        }
    }

    private static String kind(OrderGate.Cause cause) {
        return switch (cause) {
            case UNCHECKED -> throw new IllegalStateException("nobody is alerted before the token was checked");
            case TOKEN_REJECTED -> AlertKind.TOKEN_REJECTED.word();
            case NO_BALANCE -> AlertKind.BALANCE_EMPTY.word();
            case API_DOWN -> AlertKind.API_DOWN.word();
        };
    }

    private static String explain(OrderGate.Cause cause) {
        return switch (cause) {
            case UNCHECKED -> "the token has not been checked yet.";
            case TOKEN_REJECTED -> "the API rejects the token, or what the token may do.";
            case NO_BALANCE -> "the balance doesn't cover an order.";
            case API_DOWN -> "the API fails or doesn't answer.";
        };
    }

    private static String advise(OrderGate.Cause cause) {
        return switch (cause) {
            case UNCHECKED -> "Wait until the API answers.";
            case TOKEN_REJECTED -> "Give a token that is valid and may order, see 'otpstream check'.";
            case NO_BALANCE -> "Deposit money: orders go on by themselves.";
            case API_DOWN -> "See whether the API can be reached from here: orders go on by themselves.";
        };
    }

    /** What people wrote must not look like lines of the log. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", ".");
    }
}
