package io.otpstream.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where money went: orders that were placed within one hour in one country for one platform, on behalf of one tenant and
 * with the same labels. The record's key names all of these. Sums over records give costs by any of them; by label, an
 * order with several counts under each.
 *
 * <p>{@code charges = spend + refunds + locked}.
 *
 * @param hour start of the hour in which the orders were placed
 * @param countryId the vendor's id of the country
 * @param countryCode ISO 3166-1 alpha-2; null where it isn't known
 * @param platformId the vendor's id of the platform
 * @param tenant as in the requests; null where they named none
 * @param labels as in the requests
 * @param orders how many orders were placed
 * @param codes how many codes arrived in time
 * @param chargesIdr what was charged for the orders, whole rupiah
 * @param spendIdr what of it is gone for good, whole rupiah
 * @param refundsIdr what of it was given back, whole rupiah
 * @param lockedIdr what of it is the price of orders that have not ended, whole rupiah
 * @param lateCodesIdr what of the spend was for codes that came too late, whole rupiah
 * @param unusedIdr what of the refunds was for orders that nobody had texted, whole rupiah
 * @param inDoubtIdr what may have been charged beside all this, for orders in doubt, whole rupiah
 * @param currency always {@link Money#IDR}
 * @param amountsFrom where the amounts come from; null while there is none
 * @param updatedAt when the last event that is counted here happened
 */
public record Costs(
        Instant hour,
        int countryId,
        @Nullable String countryCode,
        int platformId,
        @Nullable String tenant,
        List<String> labels,
        long orders,
        long codes,
        long chargesIdr,
        long spendIdr,
        long refundsIdr,
        long lockedIdr,
        long lateCodesIdr,
        long unusedIdr,
        long inDoubtIdr,
        String currency,
        @Nullable PriceSource amountsFrom,
        Instant updatedAt) {

    /** Keeps its own copy of the labels. */
    public Costs {
        labels = List.copyOf(labels);
    }
}
