package io.otpstream.client;

/** What a {@link Verification} needs of its client. */
interface Connection {

    RequestSender sender();

    PipelineSigns signs();

    /** Of an arbitrary beginning, as {@link System#nanoTime}. */
    long nanoTime();

    /** Runs it on a thread that may block: what users attach to a future or a listener must not stop the reading. */
    void callBack(Runnable task);

    /** Hands it records, also after its final one. */
    void listen(Verification verification);
}
