package io.otpstream.acceptance;

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

/** An API that rents numbers at once, and whose orders wait for their texts until it is told that these arrive. */
final class PatientApi implements GuideApi {

    static final int COUNTRY = 6;
    static final int PLATFORM = 1;

    private final List<String> creates = new CopyOnWriteArrayList<>();
    private volatile boolean texts;

    /** The ids of all creates: each begins with its request's id. */
    List<String> creates() {
        return creates;
    }

    /** Looks find codes from now on. */
    void textsArrive() {
        texts = true;
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
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
        return answer(
                new Order("order of " + permit.callId(), "+628400000001", OrderStatus.WAITING, null, null, null, null));
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return answer(
                texts
                        ? new Order(orderId, null, OrderStatus.COMPLETED, "847291", null, null, null)
                        : new Order(orderId, null, OrderStatus.WAITING, null, null, null, null));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return answer(new CancelAccepted());
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static <T> CompletionStage<ApiResult<T>> answer(T value) {
        return CompletableFuture.completedFuture(new ApiResult.Success<>(value));
    }
}
