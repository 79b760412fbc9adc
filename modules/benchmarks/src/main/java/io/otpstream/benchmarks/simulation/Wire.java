package io.otpstream.benchmarks.simulation;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The way of one process to the vendor, on which everything may get lost. */
final class Wire {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Agenda agenda;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Faults faults;
    private final SimulatedVendor vendor;
    private final Consumer<String> onAmbiguousCreate;
    private final Consumer<Runnable> toProcess;
    private final SlidingWindow sent = new SlidingWindow(Integer.MAX_VALUE, WINDOW);

    /**
     * A connection of one process.
     *
     * @param clock of the process, which may differ from the world's
     * @param onAmbiguousCreate told the id of every create of which its caller can't know whether it took effect
     * @param toProcess runs what the process does with an answer, if it still lives
     */
    Wire(
            Agenda agenda,
            InstantSource clock,
            RandomGenerator random,
            Faults faults,
            SimulatedVendor vendor,
            Consumer<String> onAmbiguousCreate,
            Consumer<Runnable> toProcess) {
        this.agenda = agenda;
        this.clock = clock;
        this.random = random;
        this.faults = faults;
        this.vendor = vendor;
        this.onAmbiguousCreate = onAmbiguousCreate;
        this.toProcess = toProcess;
    }

    /** What a call may cost. */
    enum Pays {
        NOTHING,
        /** Whatever it buys, however often it comes. */
        EACH_TIME,
        /** What it buys once: what the vendor has dealt with before, it doesn't refuse. */
        ONCE
    }

    /** The most requests that this process has sent in any minute. */
    int busiestMinute() {
        return sent.largest();
    }

    /**
     * Sends a request.
     *
     * @param effect what the vendor does when it arrives
     */
    <T> CompletionStage<ApiResult<T>> call(Permit permit, Pays pays, Supplier<ApiResult<T>> effect) {
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
            boolean ambiguous = pays != Pays.NOTHING && (!inTime || isAmbiguous(result));
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
    private <T> ApiResult<T> carryOut(Pays pays, Supplier<ApiResult<T>> effect) {
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

    private ApiError refusal(Pays pays) {
        return switch (random.nextInt(pays == Pays.EACH_TIME ? 5 : 3)) {
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
}
