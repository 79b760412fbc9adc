package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Listing;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.Storefront;
import io.otpstream.simulator.vendor.VendorDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Balance, catalogue and rates of the published contract. */
final class PublishedCatalog {

    private static final String PAIR = "USD/IDR";

    private final VendorDesk desk;
    private final Counter counter;

    PublishedCatalog(VendorDesk desk, Counter counter) {
        this.desk = desk;
        this.counter = counter;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/v1/balance", ctx -> counter.serve(ctx, ApiCall.BALANCE, call -> balance()));
        routes.get("/v1/catalog/countries", ctx -> counter.serve(ctx, ApiCall.COUNTRIES, call -> countries()));
        routes.get("/v1/catalog/services", ctx -> counter.serve(ctx, ApiCall.SERVICES, call -> services(ctx)));
        routes.get("/v1/catalog/products", ctx -> counter.serve(ctx, ApiCall.PRODUCTS, call -> products(ctx)));
        routes.get("/v1/catalog/operators", ctx -> counter.serve(ctx, ApiCall.OPERATORS, call -> operators(ctx)));
        routes.get("/v1/catalog/exchange-rate", ctx -> counter.serve(ctx, ApiCall.EXCHANGE_RATE, call -> rate(ctx)));
    }

    private Reply balance() {
        return Reply.ok(GuideAnswers.Balance.of(desk.ask((vendor, now) -> vendor.balanceIdr(now))));
    }

    private Reply countries() {
        return Reply.ok(desk.ask((vendor, now) -> vendor.countries()).stream()
                .map(CatalogAnswers.Country::of)
                .toList());
    }

    private Reply services(Context ctx) {
        Optional<Integer> countryId = new Query(ctx).id("country_id");
        return Reply.ok(desk.ask((vendor, now) -> vendor.storefront().services(countryId)).stream()
                .map(CatalogAnswers.Service::of)
                .toList());
    }

    private Reply products(Context ctx) {
        Query query = new Query(ctx);
        Optional<Integer> countryId = query.id("country_id");
        Optional<Integer> platformId = query.id("platform_id");
        Optional<Integer> operatorId = query.id("operator_id");
        int limit = query.number("limit", 1_000, 1, 10_000);
        int page = query.number("page", 1, 1, Integer.MAX_VALUE);
        List<Listing> all =
                desk.ask((vendor, now) -> vendor.storefront().listings(countryId, platformId, operatorId, now));
        List<CatalogAnswers.Product> rows = all.stream()
                .sorted(order(query.text("sort").orElse("")))
                .skip((long) (page - 1) * limit)
                .limit(limit)
                .map(CatalogAnswers.Product::of)
                .toList();
        return Reply.ok(rows, new CatalogAnswers.Page(page, limit, rows.size()));
    }

    private Reply operators(Context ctx) {
        Query query = new Query(ctx);
        int countryId = query.requiredId("country_id");
        query.requiredId("platform_id");
        Stream<CatalogAnswers.Operator> certain =
                desk.ask((vendor, now) -> vendor.storefront().operators(countryId)).stream()
                        .map(CatalogAnswers.Operator::of);
        return Reply.ok(
                Stream.concat(Stream.of(CatalogAnswers.Operator.any()), certain).toList());
    }

    private static Reply rate(Context ctx) {
        if (!new Query(ctx).text("pair").orElse(PAIR).equals(PAIR)) {
            throw RefusedException.of(Refusal.NOT_FOUND, "pair: the only one is " + PAIR);
        }
        return Reply.ok(new CatalogAnswers.Rate(PAIR, "USD", "IDR", Storefront.IDR_PER_USD));
    }

    /** An unknown word is the default. The sort is stable, so that pages don't overlap. */
    private static Comparator<Listing> order(String word) {
        Comparator<Listing> byPrice =
                Comparator.comparingLong(listing -> listing.product().priceIdr());
        Comparator<Listing> byAvailable = Comparator.comparingInt(Listing::available);
        Comparator<Listing> byName = Comparator.comparing(CatalogAnswers.Product::name);
        return switch (word) {
            case "price_desc" -> byPrice.reversed();
            case "available_asc" -> byAvailable;
            case "available_desc" -> byAvailable.reversed();
            case "name_asc" -> byName;
            case "name_desc" -> byName.reversed();
            default -> byPrice;
        };
    }
}
