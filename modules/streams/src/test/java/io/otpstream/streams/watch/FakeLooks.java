package io.otpstream.streams.watch;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import io.otpstream.streams.calls.ControlCalls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An API that only tells of orders, and calls that leave when the test says so. Ids count up as the API's do: the largest
 * is the newest.
 */
final class FakeLooks implements PublishedApi, ControlCalls {

    private final Map<Integer, Order> orders = new TreeMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private @Nullable ApiError failure;
    private int wakes;

    /** From now on the order is like that. */
    void put(Order order) {
        orders.put(Integer.valueOf(order.orderId()), order);
    }

    /** From now on it isn't known. */
    void remove(String orderId) {
        orders.remove(Integer.valueOf(orderId));
    }

    /** From now on the API does not tell of all orders; null: it does again. */
    void failActive(@Nullable ApiError error) {
        failure = error;
    }

    /** Calls leave and are answered, with those that follow from that. */
    void send() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** What was asked since the last time. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    int wakes() {
        return wakes;
    }

    @Override
    public <T> CompletionStage<ApiResult<T>> call(
            Purpose purpose, Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
        CompletableFuture<ApiResult<T>> answer = new CompletableFuture<>();
        waiting.add(() -> call.apply(this).thenAccept(answer::complete));
        return answer;
    }

    @Override
    public void wake() {
        wakes++;
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> activeOrders(Permit permit) {
        asked.add(permit.callId());
        if (failure != null) {
            return CompletableFuture.completedFuture(new ApiResult.Failure<>(failure));
        }
        return success(orders.values().stream().filter(FakeLooks::isActive).toList());
    }

    private static boolean isActive(Order order) {
        return order.status() == OrderStatus.WAITING || order.status() == OrderStatus.TEXT_RECEIVED;
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> orders(int limit, int offset, Permit permit) {
        asked.add(permit.callId());
        List<Order> newestFirst = new ArrayList<>(orders.values()).reversed();
        return success(newestFirst.stream().skip(offset).limit(limit).toList());
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        asked.add(permit.callId());
        Order order = orders.get(Integer.valueOf(orderId));
        return order == null
                ? CompletableFuture.completedFuture(new ApiResult.Failure<>(new ApiError.OrderNotFound("NOT_FOUND")))
                : success(order);
    }

    private static <T> CompletionStage<ApiResult<T>> success(T value) {
        return CompletableFuture.completedFuture(new ApiResult.Success<>(value));
    }

    private static AssertionError notALook() {
        return new AssertionError("a watch only looks");
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<List<Platform>>> platforms(Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<List<Operator>>> operators(int countryId, int platformId, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, int operatorId, Permit permit) {
        throw notALook();
    }

    @Override
    public byte[] createBody(ProductWish wish, int quantity) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<Purchased>> createOrders(String idempotencyKey, byte[] body, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<FinishAccepted>> finishOrder(String orderId, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<ResendAccepted>> resendCode(String orderId, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> webhook(Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> changeWebhook(WebhookChange change, Permit permit) {
        throw notALook();
    }

    @Override
    public CompletionStage<ApiResult<Integer>> testWebhook(Permit permit) {
        throw notALook();
    }

    @Override
    public void close() {
        throw new AssertionError("the API belongs to whoever made it");
    }
}
