package io.otpstream.dashboard.ports;

/** Tells whether the pipeline beside which the dashboard runs serves requests. Safe for use by several threads. */
@FunctionalInterface
public interface PipelinePort {

    /** Whether it has its partitions, and nothing has stopped it. */
    boolean isServing();
}
