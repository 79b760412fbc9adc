package io.otpstream.streams.replies;

/** Takes replies on their way to the topic. Safe for use by several threads; never blocks. */
public interface ReplySink {

    /**
     * Writes a reply, and repeats that until the broker has it.
     *
     * @param partition of the task that waits for it
     * @param requestId the record's key; for a marker, any text
     */
    void send(int partition, String requestId, Reply reply);

    /** Whether a reply has been waiting to be acknowledged for so long that nothing more should be paid for. */
    boolean isBehind();
}
