package io.otpstream.smscode;

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
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The API as the vendor has published it, with amounts in rupiah ({@code /v1}).
 *
 * <p>A token that can't be had ends a call as {@link ApiError.NotSent}, with the reason. A call id or an idempotency key
 * that can't be a header, an empty order id, and a number out of its range are an {@link IllegalArgumentException} at
 * the call.
 */
public final class PublishedClient implements PublishedApi {

    private static final String WEBHOOK = "/webhook";
    /** Without a limit the API gives the first thousand rows. */
    private static final int MOST_PRODUCTS = 10_000;

    private static final int MOST_ORDERS = 100;

    private final Calls calls;

    PublishedClient(Transport transport, InstantSource clock) {
        this.calls = new Calls(transport, new ApiErrors(new PublishedCodes(clock), clock));
    }

    /** A client with threads and connections of its own, until it is closed. */
    public static PublishedApi create(ClientSettings settings, TokenSource tokens) {
        return create(settings, tokens, InstantSource.system());
    }

    /**
     * The same with another clock.
     *
     * @param clock what instants in answers and a permit are compared with
     */
    public static PublishedApi create(ClientSettings settings, TokenSource tokens, InstantSource clock) {
        return new PublishedClient(new HttpTransport(settings, tokens, clock), clock);
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return calls.make(ApiRequest.get("/balance", permit), Catalogue::balance);
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return calls.make(ApiRequest.get("/catalog/countries", permit), Catalogue::countries);
    }

    @Override
    public CompletionStage<ApiResult<List<Platform>>> platforms(Permit permit) {
        return calls.make(ApiRequest.get("/catalog/services", permit), PublishedCatalogue::platforms);
    }

    @Override
    public CompletionStage<ApiResult<List<Operator>>> operators(int countryId, int platformId, Permit permit) {
        String target = "/catalog/operators?country_id=" + countryId + "&platform_id=" + platformId;
        return calls.make(ApiRequest.get(target, permit), PublishedCatalogue::operators);
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return products(countryId, "", permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, int operatorId, Permit permit) {
        return products(countryId, "&operator_id=" + operatorId, permit);
    }

    private CompletionStage<ApiResult<List<Product>>> products(int countryId, String filter, Permit permit) {
        String target = "/catalog/products?country_id=" + countryId + filter + "&limit=" + MOST_PRODUCTS;
        return calls.make(ApiRequest.get(target, permit).withLongAnswer(), data -> Catalogue.products(countryId, data));
    }

    @Override
    public byte[] createBody(ProductWish wish, int quantity) {
        return PublishedBodies.create(wish, quantity);
    }

    @Override
    public CompletionStage<ApiResult<Purchased>> createOrders(String idempotencyKey, byte[] body, Permit permit) {
        ApiRequest request = ApiRequest.post("/orders/create", new JsonBody(body.clone()), permit)
                .withIdempotencyKey(idempotencyKey);
        return calls.make(request, PublishedOrders::purchased).thenApply(PublishedClient::orNotBought);
    }

    /** The contract has an error for a create that bought nothing; should it say so in a list, that is one as well. */
    private static ApiResult<Purchased> orNotBought(ApiResult<Purchased> result) {
        boolean none = result instanceof ApiResult.Success<Purchased>(Purchased purchased)
                && purchased.orders().isEmpty();
        return none ? new ApiResult.Failure<>(new ApiError.NotBought()) : result;
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> activeOrders(Permit permit) {
        return calls.make(ApiRequest.get("/orders/active", permit).withLongAnswer(), PublishedOrders::listed);
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> orders(int limit, int offset, Permit permit) {
        if (limit < 1 || limit > MOST_ORDERS) {
            throw new IllegalArgumentException("limit: expected 1 to " + MOST_ORDERS + ", not " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset: expected 0 or more, not " + offset);
        }
        String target = "/orders?limit=" + limit + "&offset=" + offset;
        return calls.make(ApiRequest.get(target, permit), PublishedOrders::listed);
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return calls.make(
                ApiRequest.get("/orders/" + ApiRequest.segment("orderId", orderId), permit),
                data -> PublishedOrders.looked(orderId, data));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return change("cancel", orderId, permit, data -> PublishedOrders.cancelled(orderId, data));
    }

    @Override
    public CompletionStage<ApiResult<FinishAccepted>> finishOrder(String orderId, Permit permit) {
        return change("finish", orderId, permit, data -> PublishedOrders.finished(orderId, data));
    }

    @Override
    public CompletionStage<ApiResult<ResendAccepted>> resendCode(String orderId, Permit permit) {
        return change("resend", orderId, permit, data -> PublishedOrders.resent(orderId, data));
    }

    private <T> CompletionStage<ApiResult<T>> change(
            String verb, String orderId, Permit permit, Calls.Reader<T> reader) {
        if (orderId.isEmpty()) {
            throw new IllegalArgumentException("orderId: expected a text that is not empty");
        }
        return calls.make(ApiRequest.post("/orders/" + verb, PublishedBodies.order(orderId), permit), reader);
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> webhook(Permit permit) {
        return calls.make(ApiRequest.get(WEBHOOK, permit), PublishedWebhook::webhook);
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> changeWebhook(WebhookChange change, Permit permit) {
        return calls.make(
                ApiRequest.patch(WEBHOOK, PublishedBodies.webhook(change), permit), PublishedWebhook::webhook);
    }

    @Override
    public CompletionStage<ApiResult<Integer>> testWebhook(Permit permit) {
        return calls.make(ApiRequest.post(WEBHOOK + "/test", null, permit), PublishedWebhook::tested);
    }

    @Override
    public void close() {
        calls.close();
    }
}
