package io.otpstream.app.results;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one record that says what became of a request. */
public sealed interface FinalRecord {

    /** The topics that final records are on. */
    List<Topic<String, ?>> TOPICS = List.of(Topics.OTP_RESULTS, Topics.EXPIRY_RESULTS);

    /** The request. */
    String requestId();

    /** When the code was seen, or when the request ended without one. */
    Instant at();

    /** The request got its code. */
    record WithCode(OtpResult result) implements FinalRecord {

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
    record WithoutCode(ExpiryResult result) implements FinalRecord {

        @Override
        public String requestId() {
            return result.requestId();
        }

        @Override
        public Instant at() {
            return result.settledAt();
        }
    }

    /** What was read from one of {@link #TOPICS}; nothing for a record that breaks the contract. */
    static Optional<FinalRecord> of(TopicRecord record) {
        return record.isFrom(Topics.OTP_RESULTS)
                ? record.read(Topics.OTP_RESULTS).map(WithCode::new)
                : record.read(Topics.EXPIRY_RESULTS).map(WithoutCode::new);
    }
}
