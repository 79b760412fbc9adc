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

/** An API that rents numbers, and whose orders have their texts, only when the test lets it. */
final class ControlledApi implements GuideApi {

    static final int COUNTRY = 6;
    static final int PLATFORM = 1;

    private final List<String> creates = new CopyOnWriteArrayList<>();
    private final AtomicInteger balances = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private volatile boolean texts;
    private volatile @Nullable ApiError failure;

    private ControlledApi() {}

    /** Creates wait until they are released; orders have their code at the first look. */
    static ControlledApi holdingCreates() {
        ControlledApi api = new ControlledApi();
        api.textsArrive();
        return api;
    }

    /** Numbers are rented at once; orders wait until their texts arrive. */
    static ControlledApi holdingTexts() {
        ControlledApi api = new ControlledApi();
        api.releaseCreates();
        return api;
    }

    /** The ids of all creates: each begins with its request's id. */
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
    void releaseCreates() {
        released.complete(null);
    }

    /** Looks find codes from now on. */
    void textsArrive() {
        texts = true;
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
        return answer(List.of(new Product(countryId, PLATFORM, 3_000, 100)));
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
        return answer(
                texts
                        ? new Order(orderId, null, OrderStatus.COMPLETED, "847291", null, null, null)
                        : new Order(orderId, null, OrderStatus.WAITING, null, null, null, null));
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
