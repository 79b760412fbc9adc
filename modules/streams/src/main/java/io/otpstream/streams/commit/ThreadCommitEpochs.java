package io.otpstream.streams.commit;

/** Counts the commits of each stream thread, as {@link FencingProducer} reports them. */
public final class ThreadCommitEpochs implements CommitEpochs {

    private final ThreadLocal<long[]> commits = ThreadLocal.withInitial(() -> new long[1]);

    @Override
    public long current() {
        return commits.get()[0];
    }

    void committed() {
        commits.get()[0]++;
    }
}
