package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final List<Runnable> handlers = new ArrayList<>();
    private final List<Integer> halts = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsInstalledBeforeSomebodyListens() {
        StopSignal stop = stop(LONG);
        assertThat(handlers).isEmpty();

        stop.listen();
        stop.listen();

        assertThat(handlers).hasSize(1);
    }

    @Test
    void aSignalIsARequestAndNoMore() throws InterruptedException {
        StopSignal stop = stop(LONG);
        stop.listen();
        assertThat(stop.isRequested()).isFalse();

        handlers.getFirst().run();

        stop.await();
        assertThat(stop.isRequested()).isTrue();
        assertThat(halts).isEmpty();
    }

    @Test
    void aSecondSignalEndsTheProcess() {
        StopSignal stop = stop(LONG);
        stop.listen();

        handlers.getFirst().run();
        handlers.getFirst().run();

        assertThat(halts).containsExactly(1);
    }

    @Test
    void aCommandThatHangsIsLeftBehind() {
        StopSignal stop = stop(Duration.ofMillis(1));
        stop.listen();

        handlers.getFirst().run();

        await().untilAsserted(() -> assertThat(halts).containsExactly(1));
    }

    private StopSignal stop(Duration patience) {
        return new StopSignal(handlers::add, halts::add, patience);
    }
}
