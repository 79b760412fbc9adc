package io.otpstream.simulator.vendor;

import java.util.List;
import java.util.Optional;

/**
 * At which of several prices a product is sold. The contract has several prices per country and platform; how many, and
 * how far apart, is ours. The tiers of a product draw on one stock.
 *
 * @param number 1 to 9
 * @param surchargePercent over the product's price
 * @param operator empty for numbers of any operator
 */
record Tier(int number, int surchargePercent, Optional<Operator> operator) {

    /** The cheapest one, and the only one that the guide knows. */
    static final Tier FIRST = new Tier(1, 0, Optional.empty());

    private static final long ROUND_TO_IDR = 100;

    /** All tiers of a country's products. */
    static List<Tier> of(int countryId) {
        Operator north = new Operator(countryId * 10 + 1, "north", "North Mobile");
        Operator south = new Operator(countryId * 10 + 2, "south", "South Mobile");
        return List.of(
                FIRST,
                new Tier(2, 10, Optional.empty()),
                new Tier(3, 25, Optional.empty()),
                new Tier(4, 15, Optional.of(north)),
                new Tier(5, 30, Optional.of(south)));
    }

    /** The product at this tier's price. */
    Product price(Product product) {
        long price = product.priceIdr() * (100 + surchargePercent) / 100;
        long rounded = surchargePercent == 0 ? price : price / ROUND_TO_IDR * ROUND_TO_IDR;
        return new Product(product.countryId(), product.platformId(), rounded);
    }

    /** Id of the product at this tier: unique among all. */
    int productId(Product product) {
        return catalogProductId(product) * 10 + number;
    }

    /** Id that all tiers of a product share. */
    static int catalogProductId(Product product) {
        return product.countryId() * 1_000 + product.platformId();
    }
}
