package io.otpstream.streams.store;

import io.otpstream.streams.store.VerificationRow.CreateRow;
import io.otpstream.streams.store.VerificationRow.HistoryRow;
import io.otpstream.streams.store.VerificationRow.OrderRow;
import io.otpstream.streams.store.VerificationRow.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a row together from what its phase has; everything else stays null, and no trace is beside it. */
final class RowBuilder {

    private final Phase phase;
    private @Nullable Instant forgetAt;
    private @Nullable HistoryRow history;
    private @Nullable Integer firstCountry;
    private List<Integer> unavailable = List.of();
    private @Nullable Instant notBefore;
    private @Nullable CreateRow create;
    private @Nullable OrderRow order;
    private @Nullable Instant textRequestedAt;
    private @Nullable Instant emptyAt;
    private @Nullable Instant deadline;
    private @Nullable String cancelReason;
    private @Nullable String step;
    private @Nullable Instant nextAt;
    private @Nullable Instant looksFrom;

    RowBuilder(Phase phase) {
        this.phase = phase;
    }

    RowBuilder forgetAt(Instant at) {
        forgetAt = at;
        return this;
    }

    RowBuilder history(HistoryRow row) {
        history = row;
        return this;
    }

    RowBuilder countries(int first, List<Integer> passedOver) {
        firstCountry = first;
        unavailable = passedOver;
        return this;
    }

    RowBuilder notBefore(Instant at) {
        notBefore = at;
        return this;
    }

    RowBuilder create(CreateRow row) {
        create = row;
        return this;
    }

    RowBuilder order(int first, OrderRow row) {
        firstCountry = first;
        order = row;
        return this;
    }

    RowBuilder text(@Nullable Instant requestedAt, @Nullable Instant absentAt) {
        textRequestedAt = requestedAt;
        emptyAt = absentAt;
        return this;
    }

    RowBuilder deadline(Instant at) {
        deadline = at;
        return this;
    }

    RowBuilder cancel(String reason, String nextStep) {
        cancelReason = reason;
        step = nextStep;
        return this;
    }

    RowBuilder looks(Instant next, Instant from) {
        nextAt = next;
        looksFrom = from;
        return this;
    }

    RowBuilder held(@Nullable OrderRow row, @Nullable Instant until) {
        order = row;
        nextAt = until;
        return this;
    }

    VerificationRow build() {
        return new VerificationRow(
                VerificationRow.VERSION,
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
                null,
                null);
    }
}
