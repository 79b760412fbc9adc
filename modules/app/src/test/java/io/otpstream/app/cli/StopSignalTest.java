package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final List<Thread> hooks = new ArrayList<>();
    private final List<Integer> halts = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsInstalledBeforeSomebodyListens() {
        StopSignal stop = stop(Duration.ofSeconds(30));
        assertThat(hooks).isEmpty();

        stop.listen();
        stop.listen();

        assertThat(hooks).hasSize(1);
    }

    @Test
    void theProcessEndsWithTheCodeOfTheCommandOnceThatIsThrough() throws InterruptedException {
        StopSignal stop = stop(Duration.ofSeconds(30));
        stop.listen();
        hooks.getFirst().start();

        stop.await();
        assertThat(stop.isRequested()).isTrue();
        assertThat(halts).isEmpty();
        stop.finished(0);
        hooks.getFirst().join();

        assertThat(halts).containsExactly(0);
    }

    @Test
    void aCommandThatEndsByItselfIsNotHalted() throws InterruptedException {
        StopSignal stop = stop(Duration.ofSeconds(30));
        stop.listen();
        stop.finished(3);

        hooks.getFirst().start();
        hooks.getFirst().join();

        assertThat(halts).isEmpty();
        assertThat(stop.isRequested()).isFalse();
    }

    @Test
    void aCommandThatHangsIsLeftBehind() throws InterruptedException {
        StopSignal stop = stop(Duration.ofMillis(1));
        stop.listen();

        hooks.getFirst().start();
        hooks.getFirst().join();

        assertThat(halts).containsExactly(1);
    }

    private StopSignal stop(Duration patience) {
        return new StopSignal(hooks::add, halts::add, patience);
    }
}
