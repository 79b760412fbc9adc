package io.otpstream.app.trace;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.CommandDecoder;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.Decoded;
import io.otpstream.contract.RequestDecoder;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** From a record to what it tells. */
final class StepReader {

    private StepReader() {}

    /** Nothing for records of the pipeline that break the contract, which a warning tells. */
    static Optional<Step> read(ConsumerRecord<byte[], byte[]> record) {
        TopicRecord known = TopicRecord.of(record);
        Instant at = known.timestamp();
        if (known.isFrom(Topics.REQUESTS)) {
            return Optional.of(request(record, at));
        }
        if (known.isFrom(Topics.COMMANDS)) {
            return Optional.of(command(record, at));
        }
        if (known.isFrom(Topics.ORDERS)) {
            return known.read(Topics.ORDERS).map(Step.Ordered::new);
        }
        if (known.isFrom(Topics.DEAD_LETTERS)) {
            return DeadLetterHeaders.readFrom(record.headers()).map(why -> letterOrMark(record, at, why));
        }
        return ResultRecord.of(known).map(Step.Resulted::new);
    }

    private static Step request(ConsumerRecord<byte[], byte[]> record, Instant at) {
        return switch (RequestDecoder.decode(record.key(), record.value())) {
            case Decoded.Valid<VerificationRequest> valid -> new Step.Asked(at, valid.value());
            case Decoded.Malformed<VerificationRequest> malformed ->
                new Step.Unreadable(at, record.topic(), malformed.reason());
        };
    }

    private static Step command(ConsumerRecord<byte[], byte[]> record, Instant at) {
        return switch (CommandDecoder.decode(record.key(), record.value())) {
            case Decoded.Valid<VerificationCommand> valid -> new Step.Told(at, valid.value());
            case Decoded.Malformed<VerificationCommand> malformed ->
                new Step.Unreadable(at, record.topic(), malformed.reason());
        };
    }

    private static Step letterOrMark(ConsumerRecord<byte[], byte[]> record, Instant at, DeadLetterHeaders why) {
        Header to = record.headers().lastHeader(DeadLetterHeaders.REPLAYED_TO);
        return to == null
                ? new Step.Buried(at, why)
                : new Step.PutBack(at, why, new String(to.value(), StandardCharsets.UTF_8));
    }
}
