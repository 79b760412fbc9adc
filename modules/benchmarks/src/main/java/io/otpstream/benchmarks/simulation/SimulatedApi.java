package io.otpstream.benchmarks.simulation;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The way of one process to the vendor, on which everything may get lost. */
final class SimulatedApi implements GuideApi {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration LOOK_GAP = Duration.ofSeconds(5);

    private final Agenda agenda;
    private final RandomGenerator random;
    private final Faults faults;
    private final SimulatedVendor vendor;
    private final Set<Integer> countryIds;
    private final Consumer<String> onAmbiguousCreate;
    private final Consumer<Runnable> toProcess;
    private final SlidingWindow sent = new SlidingWindow(Integer.MAX_VALUE, WINDOW);
    private final long startNanos;
    private final InstantSource clock;
    private boolean lookedTooSoon;

    /**
     * A connection of one process.
     *
     * @param clock of the process, which may differ from the world's
     * @param onAmbiguousCreate told the id of every create of which its caller can't know whether it took effect
     * @param toProcess runs what the process does with an answer, if it still lives
     */
    SimulatedApi(
            Agenda agenda,
            InstantSource clock,
            RandomGenerator random,
            Faults faults,
            SimulatedVendor vendor,
            Set<Integer> countryIds,
            Consumer<String> onAmbiguousCreate,
            Consumer<Runnable> toProcess) {
        this.agenda = agenda;
        this.startNanos = agenda.nanos();
        this.clock = clock;
        this.random = random;
        this.faults = faults;
        this.vendor = vendor;
        this.countryIds = countryIds;
        this.onAmbiguousCreate = onAmbiguousCreate;
        this.toProcess = toProcess;
    }

    /** The most requests that this process has sent in any minute. */
    int busiestMinute() {
        return sent.largest();
    }

    /** Whether it has looked within 5 s of taking over at an order that another owner had looked at. */
    boolean lookedTooSoon() {
        return lookedTooSoon;
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return call(permit, false, () -> new ApiResult.Success<>(new Balance("IDR", 1_000_000)));
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return call(
                permit,
                false,
                () -> new ApiResult.Success<>(countryIds.stream()
                        .map(id -> new Country(id, null, null))
                        .toList()));
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return call(
                permit,
                false,
                () -> new ApiResult.Success<>(
                        List.of(new Product(countryId, 1, SimulatedVendor.PRICE_IDR, vendor.availableCount(random)))));
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        return call(permit, true, () -> new ApiResult.Success<>(vendor.create(permit.callId())));
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        lookedTooSoon |= agenda.nanos() - startNanos < LOOK_GAP.toNanos() && vendor.wasLookedAt(orderId, startNanos);
        return call(permit, false, () -> vendor.look(orderId));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return call(permit, false, () -> vendor.cancel(orderId));
    }

    private <T> CompletionStage<ApiResult<T>> call(Permit permit, boolean pays, Supplier<ApiResult<T>> effect) {
        CompletableFuture<ApiResult<T>> answer = new CompletableFuture<>();
        if (clock.instant().isAfter(permit.sendBy())) {
            answer.complete(new ApiResult.Failure<>(new ApiError.NotSent("too late")));
            return answer;
        }
        sent.admit(agenda.nanos());
        Duration there = faults.network().toVendor(random);
        Duration back = answerTime();
        boolean inTime = there.plus(back).compareTo(TIMEOUT) < 0;
        agenda.after(there, () -> {
            ApiResult<T> result = carryOut(pays, effect);
            boolean ambiguous = pays && (!inTime || isAmbiguous(result));
            if (ambiguous) {
                onAmbiguousCreate.accept(permit.callId());
            }
            if (inTime) {
                agenda.after(back, () -> toProcess.accept(() -> answer.complete(result)));
            }
        });
        if (!inTime) {
            agenda.after(
                    TIMEOUT,
                    () -> toProcess.accept(
                            () -> answer.complete(new ApiResult.Failure<>(new ApiError.NoAnswer("time-out")))));
        }
        return answer;
    }

    /** Vendors are slow to answer, networks are not slow to deliver. */
    private Duration answerTime() {
        return random.nextDouble() < faults.slow()
                ? Duration.ofMillis(4_000 + random.nextInt(9_000))
                : faults.network().answer(random);
    }

    /** The fault hits before the effect or after it. */
    private <T> ApiResult<T> carryOut(boolean pays, Supplier<ApiResult<T>> effect) {
        Optional<Duration> tooMany = vendor.admit();
        if (tooMany.isPresent()) {
            return new ApiResult.Failure<>(new ApiError.RateLimited(tooMany.get()));
        }
        if (random.nextDouble() < faults.refused()) {
            return new ApiResult.Failure<>(refusal(pays));
        }
        boolean lost = random.nextDouble() < faults.lost();
        ApiResult<T> failure = new ApiResult.Failure<>(
                switch (random.nextInt(3)) {
                    case 0 -> new ApiError.ServerFailure(502);
                    case 1 -> new ApiError.Unreadable(200, "not JSON");
                    default -> new ApiError.NoAnswer("reset");
                });
        if (lost && random.nextBoolean()) {
            return failure;
        }
        ApiResult<T> result = effect.get();
        return lost ? failure : result;
    }

    private ApiError refusal(boolean pays) {
        return switch (random.nextInt(pays ? 5 : 3)) {
            case 0 -> new ApiError.RateLimited(random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(1, 20)));
            case 1 -> new ApiError.Unauthorized();
            case 2 -> new ApiError.NotSent("no connection");
            case 3 -> new ApiError.InsufficientBalance();
            default -> new ApiError.ProductUnavailable();
        };
    }

    private static boolean isAmbiguous(ApiResult<?> result) {
        return result instanceof ApiResult.Failure<?>(ApiError error)
                && (error instanceof ApiError.ServerFailure
                        || error instanceof ApiError.Unreadable
                        || error instanceof ApiError.NoAnswer);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
