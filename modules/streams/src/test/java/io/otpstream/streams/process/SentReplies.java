package io.otpstream.streams.process;

import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import java.util.ArrayList;
import java.util.List;

/** Keeps replies for the test. */
final class SentReplies implements ReplySink {

    private final List<Sent> sent = new ArrayList<>();

    record Sent(int partition, String requestId, Reply reply) {}

    /** All replies so far, oldest first. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void send(int partition, String requestId, Reply reply) {
        sent.add(new Sent(partition, requestId, reply));
    }

    @Override
    public boolean isBehind() {
        return false;
    }
}
