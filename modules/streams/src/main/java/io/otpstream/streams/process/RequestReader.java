package io.otpstream.streams.process;

import io.otpstream.contract.Decoded;
import io.otpstream.contract.RequestDecoder;
import io.otpstream.contract.TraceContext;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.streams.process.Flow.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads requests. One that breaks the contract becomes a dead letter and, where its key can be used, also an event, so
 * that whoever waits for a final record gets one.
 */
public final class RequestReader extends Reader {

    private static final Duration START_WITHIN = Duration.ofHours(24);

    @Override
    protected void read(Record<byte[], byte[]> record) {
        switch (RequestDecoder.decode(record.key(), record.value())) {
            case Decoded.Valid<VerificationRequest>(String requestId, VerificationRequest request) ->
                pass(requestId, asked(record, new Event.Requested(toDomain(request, record.timestamp()))));
            case Decoded.Malformed<VerificationRequest> malformed -> {
                bury(record, malformed.reason(), malformed.field());
                if (malformed.usableRequestId() != null) {
                    pass(
                            malformed.usableRequestId(),
                            asked(
                                    record,
                                    new Event.Malformed(
                                            malformed.field(),
                                            malformed.reason(),
                                            Instant.ofEpochMilli(record.timestamp()))));
                }
            }
        }
    }

    private static Input asked(Record<byte[], byte[]> record, Event event) {
        return new Input.Asked(event, TraceContext.readFrom(record.headers()).orElse(null));
    }

    private static Request toDomain(VerificationRequest request, long timestamp) {
        Instant requestedAt = Instant.ofEpochMilli(timestamp);
        return new Request(
                wanted(request),
                request.maxPriceIdr(),
                Duration.ofSeconds(request.timeoutSeconds()),
                request.maxAttempts(),
                requestedAt,
                request.startBefore() == null ? requestedAt.plus(START_WITHIN) : request.startBefore(),
                switch (request.priority()) {
                    case INTERACTIVE -> Priority.INTERACTIVE;
                    case BATCH -> Priority.BATCH;
                },
                request.tenant(),
                request.labels(),
                switch (request.choose()) {
                    case LISTED -> CountryChoice.LISTED;
                    case CHEAPEST -> CountryChoice.CHEAPEST;
                    case BEST -> CountryChoice.BEST;
                },
                request.announcesText(),
                switch (request.routing()) {
                    case CHEAPEST -> RoutingPolicy.CHEAPEST;
                    case BEST_SUCCESS -> RoutingPolicy.BEST_SUCCESS;
                },
                Duration.ofSeconds(request.holdSeconds()));
    }

    /** One code among ids is enough to need the catalogue, which takes digits for the ids that they are. */
    private static Wanted wanted(VerificationRequest request) {
        Integer platformId = request.platformId();
        List<Integer> countryIds = request.countryIds();
        if (platformId != null && countryIds != null && request.operator() == null) {
            return new Wanted.Ids(platformId, countryIds, null);
        }
        return new Wanted.Codes(
                platformId == null ? Objects.requireNonNull(request.platform()) : platformId.toString(),
                countryIds == null
                        ? Objects.requireNonNull(request.countries())
                        : countryIds.stream().map(String::valueOf).toList(),
                request.operator());
    }
}
