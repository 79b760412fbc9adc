package io.otpstream.app.cli;

import io.otpstream.streams.Pipeline;
import java.time.Duration;

/** What commands do while a pipeline runs: nothing, until there is a reason to end. */
final class RunningPipeline {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private RunningPipeline() {}

    /**
     * Returns when the process is told to stop.
     *
     * @throws CommandFailedException when the pipeline can't go on
     */
    static void untilStopped(Pipeline pipeline, StopSignal stop) throws InterruptedException {
        while (!stop.await(GLANCE)) {
            if (pipeline.hasFailed()) {
                throw new CommandFailedException(
                        ExitCode.FAILURE, "the pipeline can't go on; what is logged above says why");
            }
        }
    }
}
