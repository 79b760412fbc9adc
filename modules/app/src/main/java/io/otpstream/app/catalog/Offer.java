package io.otpstream.app.catalog;

import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import java.util.Comparator;

/**
 * Numbers of one country for one platform, with what people call both.
 *
 * @param platform without code and name where the API gives none, as in the guide's dialect
 */
public record Offer(Country country, Platform platform, Product product) {

    /** The cheapest first. */
    static final Comparator<Offer> BY_PRICE = Comparator.comparingLong(
                    (Offer offer) -> offer.product().priceIdr())
            .thenComparingInt(offer -> offer.country().id())
            .thenComparingInt(offer -> offer.platform().id());
}
