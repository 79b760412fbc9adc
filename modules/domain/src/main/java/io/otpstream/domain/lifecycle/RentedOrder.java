package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was placed for a request.
 *
 * @param attempt the attempt that it belongs to
 * @param phoneNumber leading plus and digits
 * @param priceIdr whole rupiah
 * @param priceFrom whether the API said so: the guide's answer names no price
 * @param placedAt when the create was sent
 * @param expiresAt null where the API didn't say
 * @param cancelAvailableAt the API takes no cancel before that; null where it didn't say
 * @param smsRevision how many texts are known to have come, 0 for none; always 0 in the guide's dialect
 */
public record RentedOrder(
        int attempt,
        String orderId,
        String phoneNumber,
        int countryId,
        long priceIdr,
        PriceSource priceFrom,
        Instant placedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant cancelAvailableAt,
        int smsRevision) {

    /** An order of the guide's dialect. */
    public RentedOrder(
            int attempt,
            String orderId,
            String phoneNumber,
            int countryId,
            long priceIdr,
            PriceSource priceFrom,
            Instant placedAt,
            @Nullable Instant expiresAt) {
        this(attempt, orderId, phoneNumber, countryId, priceIdr, priceFrom, placedAt, expiresAt, null, 0);
    }

    /**
     * An order as its create was answered.
     *
     * @param number empty where the answer names none
     */
    static RentedOrder answered(int attempt, Order answer, String number, Effect.SendCreate create, Instant sentAt) {
        Long charged = answer.chargedIdr();
        return new RentedOrder(
                attempt,
                answer.orderId(),
                number,
                create.countryId(),
                charged == null ? create.priceIdr() : charged,
                charged == null ? PriceSource.CATALOG : PriceSource.CHARGED,
                sentAt,
                answer.expiresAt(),
                answer.cancelAvailableAt(),
                0);
    }

    /** The same with what an answer newly says of it. */
    RentedOrder seen(Order answer) {
        Integer revision = answer.smsRevision();
        Instant cancellable = answer.cancelAvailableAt();
        return new RentedOrder(
                attempt,
                orderId,
                phoneNumber,
                countryId,
                priceIdr,
                priceFrom,
                placedAt,
                expiresAt,
                cancellable == null ? cancelAvailableAt : cancellable,
                revision == null ? smsRevision : Math.max(smsRevision, revision));
    }

    /** Whether the answer is older than one that is known. Pushed events come in any order. */
    boolean hasSeenMoreThan(Order answer) {
        Integer revision = answer.smsRevision();
        return revision != null && revision < smsRevision;
    }

    /** Whether a text has come: the API then takes no cancel and gives nothing back. */
    boolean hasText() {
        return smsRevision > 0;
    }

    /** When a cancel that is wanted now may be sent. */
    Instant cancelFrom(Instant now) {
        return cancelAvailableAt == null || cancelAvailableAt.isBefore(now) ? now : cancelAvailableAt;
    }

    /** Leaves out the phone number. */
    @Override
    public String toString() {
        return "RentedOrder[attempt=%d, orderId=%s, countryId=%d, priceIdr=%d, placedAt=%s, expiresAt=%s]"
                .formatted(attempt, orderId, countryId, priceIdr, placedAt, expiresAt);
    }
}
