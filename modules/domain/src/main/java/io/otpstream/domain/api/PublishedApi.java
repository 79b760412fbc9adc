package io.otpstream.domain.api;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The API as the vendor has published it (OpenAPI 1.0.0). What is said of stages, threads and permits at
 * {@link SmsCodeApi} holds here as well.
 */
public non-sealed interface PublishedApi extends SmsCodeApi {

    /** The platforms that numbers can be rented for. */
    CompletionStage<ApiResult<List<Platform>>> platforms(Permit permit);

    /** The operators of a country that have numbers for a platform. */
    CompletionStage<ApiResult<List<Operator>>> operators(int countryId, int platformId, Permit permit);

    /**
     * What is on offer in one country of one operator only. Without an operator the API lists what any operator may
     * serve.
     */
    CompletionStage<ApiResult<List<Product>>> products(int countryId, int operatorId, Permit permit);

    /**
     * The body of a create: the same wish and quantity always give the same bytes.
     *
     * @param quantity 1 to 100
     */
    byte[] createBody(ProductWish wish, int quantity);

    /**
     * Rents numbers, at most once per key: the same key with the same bytes gives the first result again. After
     * {@link ApiError.NoAnswer}, {@link ApiError.Unreadable}, {@link ApiError.ServerFailure} or
     * {@link ApiError.RequestInProgress} orders may exist and may have been charged; the same key and bytes tell.
     *
     * @param idempotencyKey 1 to 128 of {@code A–Z a–z 0–9 _ -}
     * @param body of {@link #createBody}, as it was when the key was used first
     */
    CompletionStage<ApiResult<Purchased>> createOrders(String idempotencyKey, byte[] body, Permit permit);

    /**
     * All orders that are not over, in one answer: those that wait and those that a text has come for. Numbers and prices
     * are missing there. An order that is absent may have ended in any way.
     */
    CompletionStage<ApiResult<List<Order>>> activeOrders(Permit permit);

    /**
     * Orders of any state, newest first.
     *
     * @param limit 1 to 100
     * @param offset how many to leave out, at least 0
     */
    CompletionStage<ApiResult<List<Order>>> orders(int limit, int offset, Permit permit);

    /** Ends an order that a text has come for. */
    CompletionStage<ApiResult<FinishAccepted>> finishOrder(String orderId, Permit permit);

    /** Asks for another text to the same number. The API wants to have seen one, and some time to be over. */
    CompletionStage<ApiResult<ResendAccepted>> resendCode(String orderId, Permit permit);

    /** Where events are pushed to. */
    CompletionStage<ApiResult<Webhook>> webhook(Permit permit);

    /** Changes where events are pushed to. A webhook that the API had disabled is enabled by that. */
    CompletionStage<ApiResult<Webhook>> changeWebhook(WebhookChange change, Permit permit);

    /**
     * Has the API push an event to try out the webhook.
     *
     * @return the HTTP status with which the receiver answered it
     */
    CompletionStage<ApiResult<Integer>> testWebhook(Permit permit);
}
