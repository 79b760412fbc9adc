package io.otpstream.app.bench;

import io.otpstream.app.bench.BudgetPipeline.Contract;
import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.budget.GuideVariant;
import io.otpstream.benchmarks.budget.PublishedFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What becomes of a budget of requests in real time: all clients side by side, each with a vendor of its own. */
public final class RealBudget {

    /** What the measured time follows on. */
    public static final Duration WARM_UP = Duration.ofMinutes(4);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private RealBudget() {}

    /**
     * Measures for so long, after {@link #WARM_UP}.
     *
     * @param onSecond called after each second, warm-up included
     * @param directory for logs and states; stays the caller's
     * @throws ExecutionException when a client or one of its processes fails
     */
    public static BudgetFigures run(long seed, Duration measured, Path directory, Runnable onSecond)
            throws InterruptedException, ExecutionException {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        try (BudgetContender guide = new BudgetGuide(GuideVariant.PACED, seed, failure::completeExceptionally);
                BudgetContender unpaced = new BudgetGuide(GuideVariant.UNPACED, seed, failure::completeExceptionally);
                BudgetContender otpstream = pipeline("backlog", Contract.GUIDE, directory, seed, failure);
                BudgetContender light = new BudgetPipeline(
                        "light",
                        directory,
                        Demand.atOnce(BudgetTerms.LIGHT_LOAD),
                        Contract.GUIDE,
                        seed,
                        failure::completeExceptionally)) {
            measure(List.of(otpstream, light, guide, unpaced), measured, onSecond, failure);
            return new BudgetFigures(guide.figures(), unpaced.figures(), otpstream.figures(), light.figures());
        }
    }

    /** The same in the published dialect; the guide's client stays with its own. */
    public static PublishedFigures runPublished(long seed, Duration measured, Path directory, Runnable onSecond)
            throws InterruptedException, ExecutionException {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        try (BudgetContender guide = new BudgetGuide(GuideVariant.PACED, seed, failure::completeExceptionally);
                BudgetContender polling = pipeline("polling", Contract.PUBLISHED, directory, seed, failure);
                BudgetContender pushed = pipeline("pushed", Contract.PUBLISHED_AND_PUSHED, directory, seed, failure)) {
            measure(List.of(polling, pushed, guide), measured, onSecond, failure);
            return new PublishedFigures(guide.figures(), polling.figures(), pushed.figures());
        }
    }

    private static BudgetContender pipeline(
            String name, Contract contract, Path directory, long seed, CompletableFuture<Void> failure) {
        return new BudgetPipeline(
                name, directory, Demand.backlog(BudgetTerms.BACKLOG), contract, seed, failure::completeExceptionally);
    }

    private static void measure(
            List<BudgetContender> all, Duration measured, Runnable onSecond, CompletableFuture<Void> failure)
            throws InterruptedException, ExecutionException {
        for (BudgetContender each : all) {
            each.start();
        }
        pass(WARM_UP, onSecond, failure);
        all.forEach(BudgetContender::begin);
        pass(measured, onSecond, failure);
    }

    private static void pass(Duration time, Runnable onSecond, CompletableFuture<Void> failure)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                failure.get(Math.min(left, SECOND.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException nothingFailed) {
                // As it should be: only a failure ends this sooner.
            }
            onSecond.run();
        }
    }
}
