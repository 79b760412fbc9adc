package io.otpstream.streams.calls;

import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps replies for the test. Safe for use by several threads. */
final class RecordedReplies implements ReplySink {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile boolean behind;

    record Sent(int partition, String requestId, Reply reply) {}

    /** All replies so far, oldest first. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** From now on, whether the topic of replies takes too long. */
    void behind(boolean yes) {
        behind = yes;
    }

    @Override
    public void send(int partition, String requestId, Reply reply) {
        sent.add(new Sent(partition, requestId, reply));
    }

    @Override
    public boolean isBehind() {
        return behind;
    }
}
