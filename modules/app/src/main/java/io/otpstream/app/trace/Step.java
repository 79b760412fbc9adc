package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.time.Instant;

/** Something that happened to a request, as one record tells it. */
public sealed interface Step {

    /** When it happened: what the record says, or its timestamp where it says nothing. */
    Instant at();

    /** The topic that the record is on. */
    String topic();

    /** It was requested. */
    record Asked(Instant at, VerificationRequest request) implements Step {
        @Override
        public String topic() {
            return Topics.REQUESTS.name();
        }
    }

    /** The requester said something later. */
    record Told(Instant at, VerificationCommand command) implements Step {
        @Override
        public String topic() {
            return Topics.COMMANDS.name();
        }
    }

    /** A request or a command that breaks the contract. */
    record Unreadable(Instant at, String topic, String reason) implements Step {}

    /** An event of an order. */
    record Ordered(OrderEvent event) implements Step {
        @Override
        public Instant at() {
            return event.at();
        }

        @Override
        public String topic() {
            return Topics.ORDERS.name();
        }
    }

    /** The final record, or a code that followed it. */
    record Resulted(ResultRecord result) implements Step {
        @Override
        public Instant at() {
            return result.at();
        }

        @Override
        public String topic() {
            return switch (result) {
                case ResultRecord.WithCode code -> Topics.OTP_RESULTS.name();
                case ResultRecord.FollowUp code -> Topics.OTP_RESULTS.name();
                case ResultRecord.WithoutCode end -> Topics.EXPIRY_RESULTS.name();
            };
        }
    }

    /** One of its records became a dead letter. */
    record Buried(Instant at, DeadLetterHeaders why) implements Step {
        @Override
        public String topic() {
            return Topics.DEAD_LETTERS.name();
        }
    }

    /**
     * A dead letter of it was put back.
     *
     * @param to the topic that it was put on
     */
    record PutBack(Instant at, DeadLetterHeaders why, String to) implements Step {
        @Override
        public String topic() {
            return Topics.DEAD_LETTERS.name();
        }
    }
}
