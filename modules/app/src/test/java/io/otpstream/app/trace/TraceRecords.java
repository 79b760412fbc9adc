package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records of one request, as a consumer gets them. */
final class TraceRecords {

    static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    static final String NUMBER = "6281234567890";

    private TraceRecords() {}

    static <V> ConsumerRecord<byte[], byte[]> on(Topic<String, V> topic, String id, V value, Instant at) {
        return on(topic.name(), id, topic.valueSerde().serializer().serialize("", value), at, new RecordHeaders());
    }

    static ConsumerRecord<byte[], byte[]> on(
            String topic, String id, byte @Nullable [] value, Instant at, Headers headers) {
        return new ConsumerRecord<>(
                topic,
                0,
                7,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                id.length(),
                0,
                id.getBytes(StandardCharsets.UTF_8),
                value,
                headers,
                Optional.empty());
    }

    static OrderEvent order(OrderEventType type, int attempt, Instant at) {
        return OrderEvent.of(type, "r1", attempt, 6, 1, at)
                .orderId("ord_" + attempt)
                .phoneNumber(NUMBER)
                .priceIdr(3_500L, PriceSource.CATALOG)
                .build();
    }

    static OtpResult code(boolean followUp, Instant seenAt) {
        return new OtpResult(
                "r1",
                "847291",
                "Your code is 847291",
                "ord_2",
                NUMBER,
                6,
                1,
                3_500,
                Money.IDR,
                PriceSource.CATALOG,
                2,
                T0,
                T0.plusSeconds(100),
                seenAt,
                null,
                List.of(),
                followUp,
                null);
    }

    static Step.Resulted withCode(Instant seenAt) {
        return new Step.Resulted(new ResultRecord.WithCode(code(false, seenAt)));
    }

    static ExpiryResult noStock(Instant at) {
        return new ExpiryResult(
                "r1", Outcome.NO_STOCK, "No country had a number.", null, List.of(), 1, T0, at, null, List.of());
    }
}
