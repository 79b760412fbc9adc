package io.otpstream.app.check;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Something that a pipeline does with a topic of the catalogue, and may have to be permitted.
 *
 * @param purpose the end of a sentence that says "where"
 */
record Right(AclOperation operation, String topic, String purpose) {

    /** All that {@code otpstream run} does with topics of the catalogue, but for comparing their settings. */
    static final List<Right> OF_PIPELINE = List.of(
            new Right(READ, "verification.requests", "requests arrive"),
            new Right(READ, "verification.commands", "withdrawals and such arrive"),
            new Right(READ, "verification.dead-letters", "stalled instances are fenced"),
            new Right(READ, "verification.success-rates-by-platform", "it stands how good countries are"),
            new Right(READ, "otpstream.replies", "answers of the API come back"),
            new Right(READ, "otpstream.pauses", "instances tell each other to pause"),
            new Right(READ, "otpstream.controls", "people pause new orders"),
            new Right(READ, "otpstream.pushed-events", "pushes of the API arrive"),
            new Right(READ, "otpstream.balance-readings", "the balance is followed"),
            new Right(READ, "otpstream.budget-demand", "instances tell what they could use"),
            new Right(READ, "otpstream.budget-leases", "the budget is handed out"),
            new Right(READ, "otpstream.arrival-curves", "it stands when codes arrive"),
            new Right(WRITE, "verification.orders", "orders are told"),
            new Right(WRITE, "verification.otp-results", "codes are delivered"),
            new Right(WRITE, "verification.expiry-results", "requests end that get no code"),
            new Right(WRITE, "verification.success-rates", "rates are kept"),
            new Right(WRITE, "verification.success-rates-by-platform", "rates are kept"),
            new Right(WRITE, "verification.success-rates-by-hour", "rates are kept"),
            new Right(WRITE, "verification.costs", "costs are kept"),
            new Right(WRITE, "verification.balance-statements", "the balance is accounted for"),
            new Right(WRITE, "verification.alerts", "alerts are raised"),
            new Right(WRITE, "verification.dead-letters", "unreadable records go"),
            new Right(WRITE, "otpstream.replies", "answers of the API come back"),
            new Right(WRITE, "otpstream.pauses", "instances tell each other to pause"),
            new Right(WRITE, "otpstream.balance-readings", "the balance is followed"),
            new Right(WRITE, "otpstream.budget-demand", "instances tell what they could use"),
            new Right(WRITE, "otpstream.budget-leases", "the budget is handed out"),
            new Right(WRITE, "otpstream.arrival-curves", "it stands when codes arrive"));

    /** What it is like to lack it. */
    String lacking() {
        return "may not " + operation + " " + topic + ", where " + purpose;
    }
}
