package io.otpstream.app.requests;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Waits for the numbers and codes of some requests. Opened before they are sent, since it sees only what comes after that.
 * For one thread.
 */
public final class ResultWait implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** A minute carries about sixty verifications within the API's limit: each one may have to wait for those before it. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final TopicReader reader;

    private ResultWait(TopicReader reader) {
        this.reader = reader;
    }

    /** Notes where the topics of results end now. Throws what {@link Cluster#reader} throws. */
    public static ResultWait open(Cluster cluster) {
        return new ResultWait(
                cluster.reader(StartAt.END, List.of(Topics.ORDERS, Topics.OTP_RESULTS, Topics.EXPIRY_RESULTS)));
    }

    /** The time within which all of these should have their final record, unless the vendor or the budget is in trouble. */
    public static Duration enoughFor(Collection<Outgoing<VerificationRequest>> requests) {
        long longestSeconds = requests.stream()
                .map(Outgoing::value)
                .mapToLong(request -> (long) request.timeoutSeconds() * request.maxAttempts())
                .max()
                .orElse(0);
        return Duration.ofSeconds(longestSeconds).plus(MARGIN).plus(TURN.multipliedBy(requests.size()));
    }

    /**
     * Returns when every request has its final record, when {@code atMost} has passed, or soon after {@code stopped} says
     * so.
     *
     * @param told called for each event, on this thread
     */
    public WaitSummary await(
            Collection<String> requestIds, Duration atMost, BooleanSupplier stopped, Consumer<WaitEvent> told) {
        OpenRequests open = new OpenRequests(requestIds);
        List<Outcome> withoutCode = new ArrayList<>();
        long begun = System.nanoTime();
        while (!open.ids().isEmpty() && !stopped.getAsBoolean() && System.nanoTime() - begun < atMost.toNanos()) {
            for (TopicRecord record : reader.poll(ONE_POLL)) {
                for (WaitEvent event : open.accept(record)) {
                    told.accept(event);
                    if (event instanceof WaitEvent.Ended(ResultRecord.WithoutCode(var result))) {
                        withoutCode.add(result.outcome());
                    }
                }
            }
        }
        int codes = requestIds.size() - open.ids().size() - withoutCode.size();
        return new WaitSummary(codes, withoutCode, List.copyOf(open.ids()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
