package io.otpstream.app.check;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at everything at once, so that what hangs or fails hides nothing else. */
public final class Examination {

    private final List<Probe> probes;
    private final Duration patience;

    /** @param patience after which it is over, whatever has not been answered */
    public Examination(List<Probe> probes, Duration patience) {
        this.probes = List.copyOf(probes);
        this.patience = patience;
    }

    /**
     * Runs all probes, and tells what each has found, in their order and as soon as it is known.
     *
     * @param told called on this thread
     */
    public void run(Consumer<Finding> told) throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("otpstream-check-", 1).factory());
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            List<Look> looks = probes.stream()
                    .map(probe -> new Look(probe, threads.submit(probe::look)))
                    .toList();
            for (Look look : looks) {
                look.await(deadline, patience).forEach(told);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private record Look(Probe probe, Future<List<Finding>> answer) {

        List<Finding> await(long deadline, Duration patience) throws InterruptedException {
            try {
                return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                return each(check -> Finding.wrong(
                        check,
                        "no answer within " + patience.toSeconds() + " s",
                        "see whether something on the way swallows what is sent, such as a firewall"));
            } catch (ExecutionException failed) {
                // Only its kind: the text of an exception that nobody foresaw may hold anything.
                String kind = String.valueOf(failed.getCause()).split("[:\\s]", 2)[0];
                return each(check -> Finding.wrong(
                        check, "could not be looked at: " + kind, "report this, it is a mistake of otpstream's"));
            }
        }

        private List<Finding> each(Function<CheckId, Finding> finding) {
            return probe.checks().stream().map(finding).toList();
        }
    }
}
