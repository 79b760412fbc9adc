package io.otpstream.streams.process;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.AttemptOutcome;
import io.otpstream.contract.CancelReason;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Severity;
import io.otpstream.domain.lifecycle.Effect.PublishCode;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.OrderNews;
import io.otpstream.domain.lifecycle.PastAttempt;
import io.otpstream.domain.lifecycle.RentedOrder;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.Wanted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says on the wire what the domain wants published. */
final class Outputs {

    private Outputs() {}

    static OrderEvent event(String requestId, OrderNews news, Instant now) {
        Request request = news.request();
        return OrderEvent.of(
                        OrderEventType.valueOf(news.kind().name()),
                        requestId,
                        news.attempt(),
                        news.countryId(),
                        news.platformId(),
                        now)
                .orderId(news.orderId())
                .phoneNumber(blankToNull(news.phoneNumber()))
                .priceIdr(news.priceIdr(), from(news.priceFrom()))
                .expiresAt(news.expiresAt())
                .placedAt(news.placedAt())
                .textRequestedAt(news.textRequestedAt())
                .codeAbsentAt(news.emptyAt())
                .seenAt(news.seenAt())
                .reason(
                        news.reason() == null
                                ? null
                                : CancelReason.valueOf(news.reason().name()))
                .errorCode(news.errorCode())
                .onBehalfOf(request == null ? null : request.tenant(), request == null ? List.of() : request.labels())
                .announcesText(request != null && request.announcesText())
                .build();
    }

    static OtpResult code(String requestId, PublishCode found) {
        RentedOrder order = found.order();
        Request request = found.history().request();
        return new OtpResult(
                requestId,
                found.code(),
                found.message(),
                order.orderId(),
                order.phoneNumber(),
                order.countryId(),
                request.platformId(),
                order.priceIdr(),
                Money.IDR,
                PriceSource.valueOf(order.priceFrom().name()),
                order.attempt(),
                request.requestedAt(),
                order.placedAt(),
                found.seenAt(),
                request.tenant(),
                request.labels(),
                found.followUp(),
                // A code came, so that no text can only mean that the API doesn't count them.
                order.smsRevision() == 0 ? null : order.smsRevision());
    }

    static ExpiryResult noCode(String requestId, PublishOutcome end, Instant now) {
        History history = end.history();
        Request request = history == null ? null : history.request();
        return new ExpiryResult(
                requestId,
                Outcome.valueOf(end.outcome().name()),
                end.reason(),
                end.field(),
                end.attempts().stream().map(Outputs::attempt).toList(),
                request == null ? null : platformId(request.wanted()),
                end.requestedAt(),
                now,
                request == null ? null : request.tenant(),
                request == null ? List.of() : request.labels());
    }

    /** Somebody may have paid for an order that nobody gets: a person should know. */
    static Alert doubt(String requestId, OrderNews news, Instant now) {
        String message = "Request %s, attempt %d: it can't be known whether an order for %s IDR was placed (%s)."
                .formatted(requestId, news.attempt(), news.priceIdr(), news.errorCode());
        return Alert.raised(
                AlertKind.ORDER_IN_DOUBT.word(),
                requestId,
                message,
                "Look at the vendor's list of orders: one that nobody uses is refunded when it expires.",
                now,
                Severity.WARNING);
    }

    private static @Nullable Integer platformId(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Ids ids -> ids.platformId();
            case Wanted.Codes codes -> null;
        };
    }

    private static ExpiryResult.Attempt attempt(PastAttempt past) {
        return new ExpiryResult.Attempt(
                past.attempt(),
                past.countryId(),
                AttemptOutcome.valueOf(past.end().name()),
                past.orderId(),
                past.priceIdr(),
                past.errorCode());
    }

    private static @Nullable PriceSource from(io.otpstream.domain.lifecycle.@Nullable PriceSource source) {
        return source == null ? null : PriceSource.valueOf(source.name());
    }

    /** The domain writes an unknown number as an empty text. */
    private static @Nullable String blankToNull(@Nullable String number) {
        return number == null || number.isEmpty() ? null : number;
    }
}
