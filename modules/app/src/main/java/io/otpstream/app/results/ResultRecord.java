package io.otpstream.app.results;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the topics of results say of a request: one record with which it ends, and codes that follow it where an order is
 * held for them.
 */
public sealed interface ResultRecord {

    /** The topics that such records are on. */
    List<Topic<String, ?>> TOPICS = List.of(Topics.OTP_RESULTS, Topics.EXPIRY_RESULTS);

    /** The request. */
    String requestId();

    /** When the code was seen, or when the request ended without one. */
    Instant at();

    /** Whether the request ends with it: exactly one record of each request does. */
    default boolean isFinal() {
        return switch (this) {
            case WithCode code -> true;
            case WithoutCode end -> true;
            case FollowUp code -> false;
        };
    }

    /** The request got its code. */
    record WithCode(OtpResult result) implements ResultRecord {

        @Override
        public String requestId() {
            return result.requestId();
        }

        @Override
        public Instant at() {
            return result.seenAt();
        }
    }

    /** Another code came, after the final record. */
    record FollowUp(OtpResult result) implements ResultRecord {

        @Override
        public String requestId() {
            return result.requestId();
        }

        @Override
        public Instant at() {
            return result.seenAt();
        }
    }

    /** The request ended without a code. */
    record WithoutCode(ExpiryResult result) implements ResultRecord {

        @Override
        public String requestId() {
            return result.requestId();
        }

        @Override
        public Instant at() {
            return result.settledAt();
        }
    }

    private static ResultRecord of(OtpResult result) {
        return result.followUp() ? new FollowUp(result) : new WithCode(result);
    }

    /** What was read from one of {@link #TOPICS}; nothing for a record that breaks the contract. */
    static Optional<ResultRecord> of(TopicRecord record) {
        return record.isFrom(Topics.OTP_RESULTS)
                ? record.read(Topics.OTP_RESULTS).map(ResultRecord::of)
                : record.read(Topics.EXPIRY_RESULTS).map(WithoutCode::new);
    }
}
