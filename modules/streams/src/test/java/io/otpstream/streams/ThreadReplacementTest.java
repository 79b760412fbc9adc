package io.otpstream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

/** Which deaths of a stream thread another thread makes up for. */
class ThreadReplacementTest {

    private final StreamsException timedOut = new StreamsException("a transaction timed out");
    private final StreamsException otherPartitions = new StreamsException("Existing internal topic"
            + " otpstream-verifications-changelog has invalid partitions: expected: 8; actual: 6.");

    private final List<Throwable> givenUp = new ArrayList<>();
    private final ThreadReplacement replacement = new ThreadReplacement(givenUp::add);

    @Test
    void aFewAreAndManyInAMinuteAreNot() {
        for (int i = 0; i < 5; i++) {
            assertThat(replacement.handle(timedOut)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }
        assertThat(givenUp).isEmpty();

        assertThat(replacement.handle(timedOut)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(givenUp).containsExactly(timedOut);
    }

    @Test
    void partitionsThatSomebodyHasChangedStayChanged() {
        assertThat(replacement.handle(otherPartitions)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(givenUp).containsExactly(otherPartitions);
    }
}
