package io.otpstream.acceptance;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An API that answers creates only when it is told to, and whose orders have their code at the first look. */
final class HeldApi implements GuideApi {

    private final List<String> creates = new CopyOnWriteArrayList<>();
    private final AtomicInteger balances = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private volatile @Nullable ApiError failure;

    /** The ids of all creates. */
    List<String> creates() {
        return creates;
    }

    /** How often an order was looked at. */
    int looks() {
        return looks.get();
    }

    /** How often the balance was asked for. */
    int balances() {
        return balances.get();
    }

    /** Creates are answered from now on, those that wait first. */
    void release() {
        released.complete(null);
    }

    /** From now on every call fails so. */
    void fail(ApiError error) {
        failure = error;
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        balances.incrementAndGet();
        return answer(new Balance("IDR", 1_000_000));
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return answer(List.of());
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return answer(List.of(new Product(countryId, 1, 3_000, 100)));
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        creates.add(permit.callId());
        Order order =
                new Order("order of " + permit.callId(), "+628400000001", OrderStatus.WAITING, null, null, null, null);
        return released.thenCompose(now -> answer(order));
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        looks.incrementAndGet();
        return answer(new Order(orderId, null, OrderStatus.COMPLETED, "847291", null, null, null));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return answer(new CancelAccepted());
    }

    private <T> CompletionStage<ApiResult<T>> answer(T value) {
        ApiError error = failure;
        return CompletableFuture.completedFuture(
                error == null ? new ApiResult.Success<>(value) : new ApiResult.Failure<>(error));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
