package io.otpstream.app.bench;

import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.budget.GuideVariant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What becomes of a budget of requests in real time: all clients side by side, each with a vendor of its own. */
public final class RealBudget {

    private static final Duration WARM_UP = Duration.ofMinutes(4);

    private RealBudget() {}

    /**
     * Measures for so long, after a warm-up of 4 min.
     *
     * @param directory for logs and states; stays the caller's
     * @throws ExecutionException when a client or one of its processes fails
     */
    public static BudgetFigures run(long seed, Duration measured, Path directory)
            throws InterruptedException, ExecutionException {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        try (BudgetContender guide = new BudgetGuide(GuideVariant.PACED, seed, failure::completeExceptionally);
                BudgetContender unpaced = new BudgetGuide(GuideVariant.UNPACED, seed, failure::completeExceptionally);
                BudgetContender otpstream = new BudgetPipeline(
                        "backlog",
                        directory,
                        Demand.backlog(BudgetTerms.BACKLOG),
                        seed,
                        failure::completeExceptionally);
                BudgetContender light = new BudgetPipeline(
                        "light",
                        directory,
                        Demand.atOnce(BudgetTerms.LIGHT_LOAD),
                        seed,
                        failure::completeExceptionally)) {
            List<BudgetContender> all = List.of(otpstream, light, guide, unpaced);
            for (BudgetContender each : all) {
                each.start();
            }
            pass(WARM_UP, failure);
            all.forEach(BudgetContender::begin);
            pass(measured, failure);
            return new BudgetFigures(guide.figures(), unpaced.figures(), otpstream.figures(), light.figures());
        }
    }

    private static void pass(Duration time, CompletableFuture<Void> failure)
            throws InterruptedException, ExecutionException {
        try {
            failure.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothingFailed) {
            // As it should be: only a failure ends this sooner.
        }
    }
}
