package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.Wire.Pays;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** What a process calls in the published dialect. Webhooks can't be set: nobody would be there to push to. */
final class SimulatedPublishedApi implements PublishedApi {

    private static final int PLATFORM_ID = 1;

    private final Wire wire;
    private final RandomGenerator random;
    private final SimulatedVendor vendor;
    private final Set<Integer> countryIds;

    SimulatedPublishedApi(Wire wire, RandomGenerator random, SimulatedVendor vendor, Set<Integer> countryIds) {
        this.wire = wire;
        this.random = random;
        this.vendor = vendor;
        this.countryIds = countryIds;
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(new Balance("IDR", 1_000_000)));
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return wire.call(
                permit,
                Pays.NOTHING,
                () -> new ApiResult.Success<>(countryIds.stream()
                        .map(id -> new Country(id, null, null))
                        .toList()));
    }

    @Override
    public CompletionStage<ApiResult<List<Platform>>> platforms(Permit permit) {
        return wire.call(
                permit, Pays.NOTHING, () -> new ApiResult.Success<>(List.of(new Platform(PLATFORM_ID, null, null))));
    }

    @Override
    public CompletionStage<ApiResult<List<Operator>>> operators(int countryId, int platformId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(List.of()));
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(List.of(offer(countryId))));
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, int operatorId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(List.of()));
    }

    private Product offer(int countryId) {
        return new Product(countryId, PLATFORM_ID, SimulatedVendor.PRICE_IDR, vendor.availableCount(random), countryId);
    }

    @Override
    public byte[] createBody(ProductWish wish, int quantity) {
        return (wish.catalogProductId() + " " + quantity).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public CompletionStage<ApiResult<Purchased>> createOrders(String idempotencyKey, byte[] body, Permit permit) {
        String text = new String(body, StandardCharsets.UTF_8);
        int quantity = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
        return wire.call(permit, Pays.ONCE, () -> vendor.purchase(idempotencyKey, text, quantity));
    }

    /** Looks at single orders are made for a whole process, which may not know yet that it has lost one of its tasks. */
    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> vendor.look(orderId, this));
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> activeOrders(Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(vendor.activeOrders()));
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> orders(int limit, int offset, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(vendor.newestOrders(limit, offset)));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> vendor.cancel(orderId));
    }

    @Override
    public CompletionStage<ApiResult<FinishAccepted>> finishOrder(String orderId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> vendor.finish(orderId));
    }

    @Override
    public CompletionStage<ApiResult<ResendAccepted>> resendCode(String orderId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Failure<>(new ApiError.Conflict()));
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> webhook(Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Failure<>(new ApiError.OrderNotFound("NOT_FOUND")));
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> changeWebhook(WebhookChange change, Permit permit) {
        return webhook(permit);
    }

    @Override
    public CompletionStage<ApiResult<Integer>> testWebhook(Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Failure<>(new ApiError.OrderNotFound("NOT_FOUND")));
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
