package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Finding> told = new ArrayList<>();

    private record Scripted(List<CheckId> checks, Callable<List<Finding>> answer) implements Probe {
        @Override
        public List<Finding> look() throws Exception {
            return answer.call();
        }
    }

    @Test
    void whatIsFoundIsToldInTheOrderOfTheProbes() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        run(
                LONG,
                probe(CheckId.API, () -> {
                    // Both run at once, or this would never end.
                    second.await();
                    return List.of(Finding.ok(CheckId.API, "first"));
                }),
                probe(CheckId.DISK, () -> {
                    second.countDown();
                    return List.of(Finding.ok(CheckId.DISK, "second"));
                }));

        assertThat(told).extracting(Finding::sentence).containsExactly("first", "second");
    }

    @Test
    void oneThatHangsHidesNothing() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Probe hanging = new Scripted(List.of(CheckId.TOPICS, CheckId.ACLS), () -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } finally {
                interrupted.countDown();
            }
        });

        run(Duration.ofSeconds(2), hanging, probe(CheckId.DISK, () -> List.of(Finding.ok(CheckId.DISK, "enough"))));

        assertThat(told)
                .extracting(Finding::check, Finding::grade)
                .containsExactly(
                        tuple(CheckId.TOPICS, Grade.WRONG),
                        tuple(CheckId.ACLS, Grade.WRONG),
                        tuple(CheckId.DISK, Grade.OK));
        interrupted.await();
    }

    @Test
    void oneThatFailsTellsOnlyTheKindOfItsFailure() throws InterruptedException {
        run(
                LONG,
                probe(CheckId.BALANCE, () -> {
                    throw new IllegalStateException("hunter2");
                }),
                probe(CheckId.DISK, () -> List.of(Finding.ok(CheckId.DISK, "enough"))));

        assertThat(told)
                .first()
                .isEqualTo(Finding.wrong(
                        CheckId.BALANCE,
                        "could not be looked at: java.lang.IllegalStateException",
                        "report this, it is a mistake of otpstream's"));
        assertThat(told).hasSize(2);
    }

    private static Probe probe(CheckId check, Callable<List<Finding>> answer) {
        return new Scripted(List.of(check), answer);
    }

    private void run(Duration patience, Probe... probes) throws InterruptedException {
        new Examination(List.of(probes), patience).run(told::add);
    }
}
