package io.otpstream.app.catalog;

import io.otpstream.domain.api.Country;
import java.util.List;

/**
 * What was on offer.
 *
 * @param offers the cheapest first
 * @param unasked countries that were wanted too, but for which there was no request left
 */
public record Catalog(List<Offer> offers, List<Country> unasked) {

    /** Keeps its own copies. */
    public Catalog {
        offers = List.copyOf(offers);
        unasked = List.copyOf(unasked);
    }
}
