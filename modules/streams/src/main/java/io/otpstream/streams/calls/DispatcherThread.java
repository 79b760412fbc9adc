package io.otpstream.streams.calls;

/** Drives a dispatcher: does what is due, and waits for what comes next. */
final class DispatcherThread {

    private final Dispatcher dispatcher;
    private final Thread thread;

    /**
     * Not running yet.
     *
     * @param onDeath told if the thread ends with an exception: nothing is called any more then
     */
    DispatcherThread(Dispatcher dispatcher, Thread.UncaughtExceptionHandler onDeath) {
        this.dispatcher = dispatcher;
        this.thread = Thread.ofPlatform().name("otpstream-dispatcher").unstarted(this::run);
        this.thread.setUncaughtExceptionHandler(onDeath);
    }

    void start() {
        thread.start();
    }

    /** Returns when a dispatcher that was stopped does nothing any more. */
    void join() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            for (Dispatcher.Idle idle = dispatcher.pump(); !idle.ended(); idle = dispatcher.pump()) {
                dispatcher.awaitChange(idle);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
