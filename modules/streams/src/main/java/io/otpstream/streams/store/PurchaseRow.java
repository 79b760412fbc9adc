package io.otpstream.streams.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as the store and its changelog hold it. A record of its own, not the domain's: see {@link VerificationRow}.
 *
 * @param version of this format
 * @param body in base64: it has to leave as it is, byte for byte
 */
public record PurchaseRow(
        int version,
        String body,
        WishRow wish,
        List<MemberRow> members,
        Instant decidedAt,
        int sendings,
        Instant nextTryAt,
        boolean mayHaveBought) {

    static final int VERSION = 1;

    /** A part of {@link PurchaseRow}. */
    public record WishRow(
            int catalogProductId,
            @Nullable Long maxPriceIdr,
            String routing,
            @Nullable Integer operatorId) {}

    /** A part of {@link PurchaseRow}. */
    public record MemberRow(
            String requestId, int attempt, int call, int countryId, int platformId, long priceIdr, Instant sendBy) {}
}
