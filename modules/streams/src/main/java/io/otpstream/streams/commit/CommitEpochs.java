package io.otpstream.streams.commit;

/**
 * How often the calling stream thread has committed: what was stored in an earlier epoch than the current one can't be
 * rolled back any more.
 *
 * <p>Every method concerns the calling thread alone, as Kafka Streams has one transactional producer per thread.
 */
public interface CommitEpochs {

    /** Grows with every commit; what was stored in an epoch is committed once this is greater. */
    long current();
}
