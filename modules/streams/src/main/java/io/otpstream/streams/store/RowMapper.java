package io.otpstream.streams.store;

import io.otpstream.contract.TraceContext;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.AttemptEnd;
import io.otpstream.domain.lifecycle.CancelReason;
import io.otpstream.domain.lifecycle.Cleanup;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.PastAttempt;
import io.otpstream.domain.lifecycle.PriceSource;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.RentedOrder;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.streams.store.VerificationRow.CleanupRow;
import io.otpstream.streams.store.VerificationRow.CodesRow;
import io.otpstream.streams.store.VerificationRow.CreateRow;
import io.otpstream.streams.store.VerificationRow.HistoryRow;
import io.otpstream.streams.store.VerificationRow.OrderRow;
import io.otpstream.streams.store.VerificationRow.PastRow;
import io.otpstream.streams.store.VerificationRow.Phase;
import io.otpstream.streams.store.VerificationRow.RequestRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Rows to states and back. */
final class RowMapper {

    private RowMapper() {}

    /** The row of a state; null for {@link State.Unknown}, which has none. */
    static @Nullable VerificationRow toRow(State state) {
        return switch (state) {
            case State.Unknown unknown -> null;
            case State.WithdrawnAhead s ->
                new RowBuilder(Phase.WITHDRAWN_AHEAD).forgetAt(s.forgetAt()).build();
            case State.SettledUnread s ->
                new RowBuilder(Phase.SETTLED_UNREAD).forgetAt(s.forgetAt()).build();
            case State.Settled s ->
                new RowBuilder(Phase.SETTLED)
                        .forgetAt(s.forgetAt())
                        .history(toRow(s.history()))
                        .held(
                                s.held() == null ? null : toRow(s.held().order()),
                                s.held() == null ? null : s.held().until())
                        .build();
            case State.Waiting s ->
                new RowBuilder(Phase.WAITING)
                        .history(toRow(s.history()))
                        .countries(s.firstCountry(), s.unavailable())
                        .notBefore(s.notBefore())
                        .build();
            case State.Placing s ->
                new RowBuilder(Phase.PLACING)
                        .history(toRow(s.history()))
                        .countries(s.firstCountry(), s.unavailable())
                        .create(new CreateRow(s.countryId(), s.priceIdr(), s.call(), s.sendBy(), s.withdrawn()))
                        .build();
            case State.Open s ->
                new RowBuilder(Phase.OPEN)
                        .history(toRow(s.history()))
                        .order(s.firstCountry(), toRow(s.order()))
                        .text(s.textRequestedAt(), s.emptyAt())
                        .deadline(s.deadline())
                        .looks(s.nextLookAt(), s.looksFrom())
                        .build();
            case State.Cancelling s ->
                new RowBuilder(Phase.CANCELLING)
                        .history(toRow(s.history()))
                        .order(s.firstCountry(), toRow(s.order()))
                        .text(s.textRequestedAt(), s.emptyAt())
                        .deadline(s.giveUpAt())
                        .cancel(s.reason().name(), s.step().name())
                        .looks(s.nextTryAt(), s.looksFrom())
                        .build();
        };
    }

    /** The state of a row. */
    static State toState(VerificationRow row) {
        if (row.version() != VerificationRow.VERSION) {
            throw new SerializationException("verifications: a row has version " + row.version() + ", this otpstream"
                    + " reads " + VerificationRow.VERSION);
        }
        return switch (row.phase()) {
            case WITHDRAWN_AHEAD -> new State.WithdrawnAhead(set(row.forgetAt()));
            case SETTLED_UNREAD -> new State.SettledUnread(set(row.forgetAt()));
            case SETTLED -> new State.Settled(toHistory(row), set(row.forgetAt()), toHeld(row));
            case WAITING ->
                new State.Waiting(toHistory(row), set(row.firstCountry()), row.unavailable(), set(row.notBefore()));
            case PLACING -> {
                CreateRow create = set(row.create());
                yield new State.Placing(
                        toHistory(row),
                        set(row.firstCountry()),
                        row.unavailable(),
                        create.countryId(),
                        create.priceIdr(),
                        create.call(),
                        create.sendBy(),
                        create.withdrawn());
            }
            case OPEN ->
                new State.Open(
                        toHistory(row),
                        set(row.firstCountry()),
                        toOrder(set(row.order())),
                        row.textRequestedAt(),
                        row.emptyAt(),
                        set(row.deadline()),
                        set(row.nextAt()),
                        set(row.looksFrom()));
            case CANCELLING ->
                new State.Cancelling(
                        toHistory(row),
                        set(row.firstCountry()),
                        toOrder(set(row.order())),
                        row.textRequestedAt(),
                        row.emptyAt(),
                        CancelReason.valueOf(set(row.cancelReason())),
                        Cleanup.Step.valueOf(set(row.step())),
                        set(row.nextAt()),
                        set(row.looksFrom()),
                        set(row.deadline()));
        };
    }

    /** The trace beside a row; null if there is none, or none that this otpstream takes. */
    static @Nullable TraceContext toTrace(VerificationRow row) {
        return TraceContext.of(row.traceparent(), row.tracestate()).orElse(null);
    }

    private static State.@Nullable Held toHeld(VerificationRow row) {
        return row.order() == null ? null : new State.Held(toOrder(row.order()), set(row.nextAt()));
    }

    private static <T> T set(@Nullable T component) {
        return Objects.requireNonNull(component, "a verification's row lacks a component that its phase needs");
    }

    private static HistoryRow toRow(History history) {
        return new HistoryRow(
                toRow(history.request()),
                history.attempt(),
                history.doubts(),
                history.setbacks(),
                history.calls(),
                history.past().stream().map(RowMapper::toRow).toList(),
                history.cleanups().stream().map(RowMapper::toRow).toList());
    }

    private static History toHistory(VerificationRow row) {
        HistoryRow history = set(row.history());
        Request request = toRequest(history.request());
        return new History(
                request,
                history.attempt(),
                history.doubts(),
                history.setbacks(),
                history.calls(),
                history.past().stream().map(RowMapper::toPast).toList(),
                history.cleanups().stream()
                        .map(cleanup -> toCleanup(cleanup, request))
                        .toList());
    }

    private static RequestRow toRow(Request request) {
        return switch (request.wanted()) {
            case Wanted.Ids ids -> toRow(request, ids.platformId(), ids.countryIds(), ids.operatorId(), null);
            case Wanted.Codes codes ->
                toRow(
                        request,
                        null,
                        List.of(),
                        null,
                        new CodesRow(codes.platform(), codes.countries(), codes.operator()));
        };
    }

    private static RequestRow toRow(
            Request request,
            @Nullable Integer platformId,
            List<Integer> countryIds,
            @Nullable Integer operatorId,
            @Nullable CodesRow codes) {
        return new RequestRow(
                platformId,
                countryIds,
                operatorId,
                codes,
                request.maxPriceIdr(),
                request.timeout().toMillis(),
                request.maxAttempts(),
                request.requestedAt(),
                request.startBefore(),
                request.priority().name(),
                request.tenant(),
                request.labels(),
                request.choice().name(),
                request.announcesText(),
                request.routing().name(),
                request.hold().toMillis());
    }

    private static Request toRequest(RequestRow row) {
        return new Request(
                toWanted(row),
                row.maxPriceIdr(),
                Duration.ofMillis(row.timeoutMs()),
                row.maxAttempts(),
                row.requestedAt(),
                row.startBefore(),
                Priority.valueOf(row.priority()),
                row.tenant(),
                row.labels(),
                // Rows that were written before these were known lack them.
                row.choice() == null ? CountryChoice.LISTED : CountryChoice.valueOf(row.choice()),
                Boolean.TRUE.equals(row.announcesText()),
                row.routing() == null ? RoutingPolicy.CHEAPEST : RoutingPolicy.valueOf(row.routing()),
                row.holdMs() == null ? Duration.ZERO : Duration.ofMillis(row.holdMs()));
    }

    private static Wanted toWanted(RequestRow row) {
        CodesRow codes = row.codes();
        return codes == null
                ? new Wanted.Ids(set(row.platformId()), row.countryIds(), row.operatorId())
                : new Wanted.Codes(codes.platform(), codes.countries(), codes.operator());
    }

    private static PastRow toRow(PastAttempt past) {
        return new PastRow(
                past.attempt(), past.countryId(), past.end().name(), past.orderId(), past.priceIdr(), past.errorCode());
    }

    private static PastAttempt toPast(PastRow row) {
        return new PastAttempt(
                row.attempt(),
                row.countryId(),
                AttemptEnd.valueOf(row.end()),
                row.orderId(),
                row.priceIdr(),
                row.errorCode());
    }

    private static CleanupRow toRow(Cleanup cleanup) {
        return new CleanupRow(
                cleanup.attempt(),
                cleanup.orderId(),
                cleanup.countryId(),
                cleanup.platformId(),
                cleanup.priceIdr(),
                cleanup.priceFrom().name(),
                cleanup.placedAt(),
                cleanup.textRequestedAt(),
                cleanup.expiresAt(),
                cleanup.reason().name(),
                cleanup.step().name(),
                cleanup.nextTryAt(),
                cleanup.looksFrom(),
                cleanup.tries());
    }

    private static Cleanup toCleanup(CleanupRow row, Request request) {
        return new Cleanup(
                row.attempt(),
                row.orderId(),
                row.countryId(),
                // Rows that were written before requests could name codes lack it.
                row.platformId() == null ? request.platformId() : row.platformId(),
                row.priceIdr(),
                priceFrom(row.priceFrom()),
                row.placedAt(),
                row.textRequestedAt(),
                row.expiresAt(),
                CancelReason.valueOf(row.reason()),
                Cleanup.Step.valueOf(row.step()),
                row.nextTryAt(),
                row.looksFrom(),
                row.tries());
    }

    private static OrderRow toRow(RentedOrder order) {
        return new OrderRow(
                order.attempt(),
                order.orderId(),
                order.phoneNumber(),
                order.countryId(),
                order.priceIdr(),
                order.priceFrom().name(),
                order.placedAt(),
                order.expiresAt(),
                order.cancelAvailableAt(),
                order.smsRevision());
    }

    private static RentedOrder toOrder(OrderRow row) {
        return new RentedOrder(
                row.attempt(),
                row.orderId(),
                row.phoneNumber(),
                row.countryId(),
                row.priceIdr(),
                priceFrom(row.priceFrom()),
                row.placedAt(),
                row.expiresAt(),
                row.cancelAvailableAt(),
                row.smsRevision() == null ? 0 : row.smsRevision());
    }

    /** Rows that were written before the API could say a price have none. */
    private static PriceSource priceFrom(@Nullable String name) {
        return name == null ? PriceSource.CATALOG : PriceSource.valueOf(name);
    }
}
