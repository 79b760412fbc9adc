package io.otpstream.streams.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThreadCommitEpochsTest {

    private final ThreadCommitEpochs epochs = new ThreadCommitEpochs();

    @Test
    void growsWithEveryCommit() {
        long before = epochs.current();
        assertThat(epochs.current()).isEqualTo(before);
        epochs.committed();
        assertThat(epochs.current()).isGreaterThan(before);
    }

    @Test
    void anotherThreadsCommitsDontCount() throws InterruptedException {
        long before = epochs.current();
        AtomicLong seenThere = new AtomicLong(-1);
        Thread other = Thread.ofPlatform().start(() -> {
            epochs.committed();
            seenThere.set(epochs.current());
        });
        other.join();
        assertThat(seenThere).hasValue(before + 1);
        assertThat(epochs.current()).isEqualTo(before);
    }
}
