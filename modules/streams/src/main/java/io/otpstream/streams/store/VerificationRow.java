package io.otpstream.streams.store;

import io.otpstream.contract.TraceContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification as the store and its changelog hold it. A record of its own, not the domain's, so that the domain may
 * change without rows becoming unreadable: a new meaning takes a new {@code version}, and {@link RowMapper} reads the
 * older ones.
 *
 * @param version of this format
 * @param phase which state; says which of the other components are set
 * @param traceparent beside the state, in every phase: that of the request's record; null if it had none
 * @param tracestate the same
 */
public record VerificationRow(
        int version,
        Phase phase,
        @Nullable Instant forgetAt,
        @Nullable HistoryRow history,
        @Nullable Integer firstCountry,
        List<Integer> unavailable,
        @Nullable Instant notBefore,
        @Nullable CreateRow create,
        @Nullable OrderRow order,
        @Nullable Instant textRequestedAt,
        @Nullable Instant emptyAt,
        @Nullable Instant deadline,
        @Nullable String cancelReason,
        @Nullable String step,
        @Nullable Instant nextAt,
        @Nullable Instant looksFrom,
        @Nullable String traceparent,
        @Nullable String tracestate) {

    static final int VERSION = 1;

    /** One per state that is stored. */
    public enum Phase {
        WITHDRAWN_AHEAD,
        WAITING,
        PLACING,
        OPEN,
        CANCELLING,
        SETTLED,
        SETTLED_UNREAD
    }

    /** A part of {@link VerificationRow}. */
    public record HistoryRow(
            RequestRow request,
            int attempt,
            int doubts,
            int setbacks,
            int calls,
            List<PastRow> past,
            List<CleanupRow> cleanups) {}

    /**
     * A part of {@link VerificationRow}.
     *
     * @param platformId null, and {@code countryIds} empty, while there are {@code codes} instead
     * @param codes null where ids are known
     */
    public record RequestRow(
            @Nullable Integer platformId,
            List<Integer> countryIds,
            @Nullable Integer operatorId,
            @Nullable CodesRow codes,
            @Nullable Long maxPriceIdr,
            long timeoutMs,
            int maxAttempts,
            Instant requestedAt,
            Instant startBefore,
            String priority,
            @Nullable String tenant,
            List<String> labels,
            @Nullable String choice,
            @Nullable Boolean announcesText,
            @Nullable String routing,
            @Nullable Long holdMs) {}

    /** A part of {@link VerificationRow}. */
    public record CodesRow(
            String platform,
            List<String> countries,
            @Nullable String operator) {}

    /** A part of {@link VerificationRow}. */
    public record PastRow(
            int attempt,
            int countryId,
            String end,
            @Nullable String orderId,
            @Nullable Long priceIdr,
            @Nullable String errorCode) {}

    /** A part of {@link VerificationRow}. */
    public record CleanupRow(
            int attempt,
            String orderId,
            int countryId,
            @Nullable Integer platformId,
            long priceIdr,
            @Nullable String priceFrom,
            Instant placedAt,
            @Nullable Instant textRequestedAt,
            @Nullable Instant expiresAt,
            String reason,
            String step,
            Instant nextTryAt,
            Instant looksFrom,
            int tries) {}

    /** A part of {@link VerificationRow}. */
    public record CreateRow(int countryId, long priceIdr, int call, Instant sendBy, boolean withdrawn) {}

    /** A part of {@link VerificationRow}. */
    public record OrderRow(
            int attempt,
            String orderId,
            String phoneNumber,
            int countryId,
            long priceIdr,
            @Nullable String priceFrom,
            Instant placedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant cancelAvailableAt,
            @Nullable Integer smsRevision) {}

    /** The same beside another trace; null for none. */
    VerificationRow with(@Nullable TraceContext trace) {
        return new VerificationRow(
                version,
                phase,
                forgetAt,
                history,
                firstCountry,
                unavailable,
                notBefore,
                create,
                order,
                textRequestedAt,
                emptyAt,
                deadline,
                cancelReason,
                step,
                nextAt,
                looksFrom,
                trace == null ? null : trace.traceparent(),
                trace == null ? null : trace.tracestate());
    }

    /** Leaves out the order's number, and with it everything that is not needed to find the row. */
    @Override
    public String toString() {
        return "VerificationRow[version=" + version + ", phase=" + phase + "]";
    }
}
