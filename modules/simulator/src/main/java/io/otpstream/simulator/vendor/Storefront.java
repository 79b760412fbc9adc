package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The published price list: countries, platforms, and every product at several prices. */
public final class Storefront {

    /** Rupiah for a dollar. */
    public static final int IDR_PER_USD = 16_250;

    private final Rentals rentals;

    Storefront(Rentals rentals) {
        this.rentals = rentals;
    }

    /** A platform as the catalogue shows it. */
    public record Service(int id, String code, String name) {}

    /** A product at one of its tiers, and the price now. */
    record Priced(Product product, Tier tier) {}

    /** What is sold in a country, or anywhere. An unknown country has nothing. */
    public List<Service> services(Optional<Integer> countryId) {
        boolean known = countryId.map(this::isCountry).orElse(true);
        return known
                ? rentals.catalogue().platforms().stream()
                        .map(platform -> new Service(platform.id(), platform.code(), platform.name()))
                        .toList()
                : List.of();
    }

    /** A country's operators; an unknown country has none. */
    public List<Operator> operators(int countryId) {
        return isCountry(countryId)
                ? Tier.of(countryId).stream()
                        .flatMap(tier -> tier.operator().stream())
                        .toList()
                : List.of();
    }

    /**
     * What is in stock, cheapest first.
     *
     * @param operatorId empty for the numbers of any operator
     */
    public List<Listing> listings(
            Optional<Integer> countryId, Optional<Integer> platformId, Optional<Integer> operatorId, Duration now) {
        rentals.settle(now);
        return rentals.catalogue()
                .products()
                .filter(product ->
                        countryId.map(id -> id == product.countryId()).orElse(true))
                .filter(product ->
                        platformId.map(id -> id == product.platformId()).orElse(true))
                .filter(product -> rentals.stock().available(product) > 0)
                .flatMap(product -> tiers(product, operatorId, now))
                .map(this::listing)
                .sorted(Comparator.comparingLong(
                                (Listing listing) -> listing.product().priceIdr())
                        .thenComparingInt(Listing::productId))
                .toList();
    }

    /**
     * The tier that a customer's choice comes to.
     *
     * @throws RefusedException when there is no such product, or none in stock at such a price
     */
    Priced choose(OrderRequest.Choice choice, Duration now) {
        return switch (choice) {
            case OrderRequest.Direct direct -> direct(direct.productId(), now);
            case OrderRequest.Routed routed -> routed(routed, now);
        };
    }

    /** What this tier of a product costs now. */
    Priced price(Product product, Tier tier, Duration now) {
        Product ordinary = rentals.catalogue().product(product.countryId(), product.platformId());
        return new Priced(tier.price(rentals.price(ordinary, now)), tier);
    }

    private Priced direct(int productId, Duration now) {
        Priced priced = rentals.catalogue()
                .products()
                .flatMap(product -> Tier.of(product.countryId()).stream()
                        .filter(tier -> tier.productId(product) == productId)
                        .map(tier -> price(product, tier, now)))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("product_id", "product_id: no product has this id"));
        if (rentals.stock().available(priced.product()) == 0) {
            throw RefusedException.provider(RefusalDetails.Cause.NO_NUMBERS);
        }
        return priced;
    }

    private Priced routed(OrderRequest.Routed routed, Duration now) {
        Product product = rentals.catalogue()
                .products()
                .filter(one -> Tier.catalogProductId(one) == routed.catalogProductId())
                .findFirst()
                .orElseThrow(() ->
                        RefusedException.invalid("catalog_product_id", "catalog_product_id: no product has this id"));
        Comparator<Priced> byPrice =
                Comparator.comparingLong(priced -> priced.product().priceIdr());
        return tiers(product, routed.operatorId(), now)
                .filter(priced -> fits(priced.product().priceIdr(), routed))
                .filter(priced -> rentals.stock().available(priced.product()) > 0)
                .min(routed.policy() == OrderRequest.Policy.CHEAPEST ? byPrice : byPrice.reversed())
                .orElseThrow(() ->
                        RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "no offer in stock fits what is wanted"));
    }

    private static boolean fits(long priceIdr, OrderRequest.Routed routed) {
        return routed.minPriceIdr().map(min -> priceIdr >= min).orElse(true)
                && routed.maxPriceIdr().map(max -> priceIdr <= max).orElse(true);
    }

    private Stream<Priced> tiers(Product product, Optional<Integer> operatorId, Duration now) {
        return Tier.of(product.countryId()).stream()
                .filter(tier -> tier.operator().map(Operator::id).equals(operatorId))
                .map(tier -> price(product, tier, now));
    }

    private Listing listing(Priced priced) {
        Product product = priced.product();
        Catalogue catalogue = rentals.catalogue();
        return new Listing(
                product,
                priced.tier().productId(product),
                Tier.catalogProductId(product),
                catalogue.country(product.countryId()).name(),
                catalogue.platform(product.platformId()).name(),
                priced.tier().operator(),
                rentals.stock().available(product));
    }

    private boolean isCountry(int countryId) {
        return rentals.catalogue().countries().stream().anyMatch(country -> country.id() == countryId);
    }
}
