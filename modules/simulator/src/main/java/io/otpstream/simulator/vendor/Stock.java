package io.otpstream.simulator.vendor;

import java.util.HashMap;
import java.util.Map;

/** How many numbers are left of each product. A completed order uses its number up; any other gives it back. */
final class Stock {

    /** Plenty, and finite. */
    static final int AT_START = 10_000;

    private final Map<Shelf, Integer> counts = new HashMap<>();

    /** A product, whatever it costs just now. */
    private record Shelf(int countryId, int platformId) {

        static Shelf of(Product product) {
            return new Shelf(product.countryId(), product.platformId());
        }
    }

    int available(Product product) {
        return counts.computeIfAbsent(Shelf.of(product), Stock::atStart);
    }

    /** @throws RefusedException when there is none left */
    void take(Product product) {
        int available = available(product);
        if (available == 0) {
            throw RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "no number in stock");
        }
        counts.put(Shelf.of(product), available - 1);
    }

    void giveBack(Product product) {
        counts.put(Shelf.of(product), available(product) + 1);
    }

    /** @throws RefusedException when the count is out of range */
    void set(Product product, int availableCount) {
        if (availableCount < 0 || availableCount > 1_000_000_000) {
            throw RefusedException.invalid(
                    "available_count", "available_count: expected zero to one thousand million numbers");
        }
        counts.put(Shelf.of(product), availableCount);
    }

    private static int atStart(Shelf shelf) {
        boolean none = shelf.countryId() == Country.WITHOUT_STOCK
                || shelf.platformId() == ForcedOutcome.OUT_OF_STOCK.platformId();
        return none ? 0 : AT_START;
    }
}
