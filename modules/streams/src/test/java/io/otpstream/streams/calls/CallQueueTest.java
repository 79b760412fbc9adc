package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.streams.calls.Job.Rank;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallQueueTest {

    private final CallQueue queue = new CallQueue();
    private final Job look = new Waiting("look", CallKind.LOOK);
    private final Job create = new Waiting("create", CallKind.CREATE);
    private final Job cancel = new Waiting("cancel", CallKind.CANCEL);
    private final Job balance = new Waiting("balance", CallKind.CONTROL);

    @Test
    void ranksGoFirstAndAmongEqualsWhoCameFirst() {
        List.of(look, create, cancel, balance).forEach(queue::add);
        assertThat(queue.size()).isEqualTo(4);
        assertThat(queue.takeAll(job -> true)).containsExactly(balance, look, create, cancel);
        assertThat(queue.size()).isZero();
        assertThat(queue.take(job -> true)).isEmpty();
    }

    @Test
    void whatMayNotGoKeepsItsPlace() {
        List.of(look, create, cancel).forEach(queue::add);
        assertThat(queue.take(job -> job.kind() == CallKind.CREATE)).contains(create);
        assertThat(queue.count(job -> job.equals(create))).isZero();
        assertThat(queue.count(job -> job.rank() == Rank.ORDINARY)).isEqualTo(2);
        assertThat(queue.takeAll(job -> job.equals(create))).isEmpty();
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.takeAll(job -> true)).containsExactly(look, cancel);
    }

    private record Waiting(String name, CallKind kind) implements Job {

        @Override
        public Instant since() {
            return Instant.MIN;
        }

        @Override
        public Instant sendBy() {
            return Instant.MAX;
        }

        @Override
        public void send() {
            throw new AssertionError("a queue sends nothing");
        }

        @Override
        public void expire() {
            throw new AssertionError("a queue answers nothing");
        }
    }
}
