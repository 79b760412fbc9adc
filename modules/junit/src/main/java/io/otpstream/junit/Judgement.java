package io.otpstream.junit;

import io.otpstream.client.VerificationFailedException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What becomes of an exception that a test has thrown. */
final class Judgement {

    private Judgement() {}

    /** What JUnit is told instead, or the same. The requests of the test are withdrawn, and in its report. */
    static Throwable of(ExtensionContext context, Throwable problem) {
        Map<Request, Request.State> requests = Requests.end(context);
        requests.forEach((request, state) -> context.publishReportEntry(request.reportEntry(state)));
        return outage(requests.keySet(), problem).orElseGet(() -> {
            requests.forEach((request, state) -> problem.addSuppressed(new RequestOfTest(request.description(state))));
            return problem;
        });
    }

    private static Optional<Throwable> outage(Collection<Request> requests, Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .filter(VerificationFailedException.class::isInstance)
                .map(VerificationFailedException.class::cast)
                .filter(failed -> requests.stream().anyMatch(request -> request.isAbortedBy(failed)))
                .findFirst()
                .map(failed -> new TestAbortedException(failed.getMessage(), problem));
    }
}
