package io.otpstream.streams.calls;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it is asked, and answers as the test says: at once, or when it is told to. */
final class FakeSmsCodeApi implements GuideApi {

    final Answers<Balance> balances = new Answers<>(new Balance("IDR", 1_000_000));
    final Answers<List<Country>> countries = new Answers<>(List.of());
    final Answers<List<Product>> products = new Answers<>(List.of());
    final Answers<Order> creates = new Answers<>(new Order("o1", "+6281", OrderStatus.WAITING, null, null, null, null));
    final Answers<Order> looks = new Answers<>(new Order("o1", null, OrderStatus.WAITING, null, null, null, null));
    final Answers<CancelAccepted> cancels = new Answers<>(new CancelAccepted());

    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One call: the value of its {@code x-request-id}, and when it came on the clock of {@link System#nanoTime}. */
    record Asked(String callId, long atNanos) {}

    /** All calls so far, oldest first. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The ids of all calls so far, oldest first. */
    List<String> callIds() {
        return asked.stream().map(Asked::callId).toList();
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return answer(balances, permit.callId());
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return answer(countries, permit.callId());
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return answer(products, permit.callId());
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        return answer(creates, permit.callId());
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return answer(looks, permit.callId());
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return answer(cancels, permit.callId());
    }

    private <T> CompletionStage<ApiResult<T>> answer(Answers<T> answers, String callId) {
        asked.add(new Asked(callId, System.nanoTime()));
        return answers.next();
    }

    @Override
    public void close() {
        throw new AssertionError("the API belongs to whoever made it");
    }

    /** The answers to one kind of call. Safe for use by several threads. */
    static final class Answers<T> {

        private final Deque<CompletableFuture<ApiResult<T>>> open = new ArrayDeque<>();
        private @Nullable ApiResult<T> standing;

        Answers(T standing) {
            this.standing = new ApiResult.Success<>(standing);
        }

        /** From now on every call succeeds at once. */
        synchronized void succeed(T value) {
            standing = new ApiResult.Success<>(value);
        }

        /** From now on every call fails at once. */
        synchronized void fail(ApiError error) {
            standing = new ApiResult.Failure<>(error);
        }

        /** From now on calls are answered one by one. */
        synchronized void holdBack() {
            standing = null;
        }

        /** Answers the oldest call that waits. */
        synchronized void answer(T value) {
            open.removeFirst().complete(new ApiResult.Success<>(value));
        }

        /** Answers the oldest call that waits. */
        synchronized void refuse(ApiError error) {
            open.removeFirst().complete(new ApiResult.Failure<>(error));
        }

        /** The next call's answer: at once, or when the test gives it. */
        synchronized CompletionStage<ApiResult<T>> next() {
            if (standing != null) {
                return CompletableFuture.completedFuture(standing);
            }
            CompletableFuture<ApiResult<T>> later = new CompletableFuture<>();
            open.add(later);
            return later;
        }
    }
}
