package io.otpstream.acceptance;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the API, and notes of what it was told to wait for. */
final class WatchedApi implements GuideApi {

    private final GuideApi api;
    private final Map<Integer, String> inFlight = new ConcurrentHashMap<>();
    private final Queue<Pause> pauses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger withoutRetryAfter = new AtomicInteger();

    /**
     * A 429 that named a time.
     *
     * @param from when the caller had taken note of it
     * @param until when it may call again
     * @param inFlight the ids of the calls that had begun before
     */
    record Pause(Instant from, Instant until, List<String> inFlight) {

        Pause {
            inFlight = List.copyOf(inFlight);
        }
    }

    /** @param api stays the caller's */
    WatchedApi(GuideApi api) {
        this.api = api;
    }

    /** In the order in which they were taken note of. */
    List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    /** How many answers with status 429 named no time. */
    int rateLimitedWithoutRetryAfter() {
        return withoutRetryAfter.get();
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        int call = begin(permit);
        return watched(call, api.balance(permit));
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        int call = begin(permit);
        return watched(call, api.countries(permit));
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        int call = begin(permit);
        return watched(call, api.products(countryId, permit));
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        int call = begin(permit);
        return watched(call, api.createOrder(countryId, platformId, permit));
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        int call = begin(permit);
        return watched(call, api.order(orderId, permit));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        int call = begin(permit);
        return watched(call, api.cancelOrder(orderId, permit));
    }

    @Override
    public void close() {
        // Holds nothing of its own.
    }

    private int begin(Permit permit) {
        int call = calls.incrementAndGet();
        inFlight.put(call, permit.callId());
        return call;
    }

    private <T> CompletionStage<ApiResult<T>> watched(int call, CompletionStage<ApiResult<T>> answer) {
        CompletableFuture<ApiResult<T>> passedOn = new CompletableFuture<>();
        answer.whenComplete((result, failure) -> {
            inFlight.remove(call);
            Instant came = Instant.now();
            if (failure != null) {
                passedOn.completeExceptionally(failure);
                return;
            }
            // The caller learns from it on this thread, and only what it sends after that can break the pause.
            passedOn.complete(result);
            if (result instanceof ApiResult.Failure<T>(ApiError.RateLimited limited)) {
                note(limited, came);
            }
        });
        return passedOn;
    }

    private void note(ApiError.RateLimited limited, Instant came) {
        if (limited.retryAfter() == null) {
            withoutRetryAfter.incrementAndGet();
        } else {
            Instant now = Instant.now();
            pauses.add(new Pause(now, came.plus(limited.retryAfter()), new ArrayList<>(inFlight.values())));
        }
    }
}
