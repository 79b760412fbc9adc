package io.otpstream.app.bench;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultTally;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Who asks the pipeline for verifications, reads what is committed, and asks for more. */
final class Feeder implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private static final VerificationRequest REQUEST = VerificationRequest.of(
                    BudgetTerms.PLATFORM_ID, BudgetTerms.COUNTRY_ID)
            .withTimeoutSeconds(Math.toIntExact(BudgetTerms.PATIENCE.toSeconds()))
            .withMaxAttempts(1);

    private final TopicReader reader;
    private final Producer<String, VerificationRequest> requests;
    private final Demand demand;
    private final Consumer<Optional<String>> onEnd;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Begins to ask.
     *
     * @param onEnd told of every final record as it is read: the order if it brought a code, else nothing
     * @param onFailure told when nothing more is asked or read
     */
    Feeder(Cluster cluster, Demand demand, Consumer<Optional<String>> onEnd, Consumer<Throwable> onFailure) {
        this.reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS);
        this.requests = cluster.producer(Topics.REQUESTS);
        this.demand = demand;
        this.onEnd = onEnd;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().daemon().name("feeder").start(this::feed);
    }

    private void feed() {
        try (reader;
                requests) {
            while (!closing) {
                askForMore();
                reader.poll(POLL).forEach(this::read);
            }
        } catch (KafkaException failure) {
            onFailure.accept(failure);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells what goes wrong
    private void askForMore() {
        while (demand.isShort()) {
            requests.send(new ProducerRecord<>(Topics.REQUESTS.name(), demand.next(), REQUEST), (where, failure) -> {
                if (failure != null) {
                    onFailure.accept(failure);
                }
            });
        }
    }

    private void read(TopicRecord record) {
        if (record.isFrom(Topics.ORDERS)) {
            record.read(Topics.ORDERS)
                    .filter(event -> event.type() == OrderEventType.PLACED)
                    .ifPresent(event -> demand.placed(event.requestId()));
        } else if (record.isFrom(Topics.OTP_RESULTS)) {
            record.read(Topics.OTP_RESULTS)
                    .filter(result -> !result.followUp())
                    .ifPresent(result -> ended(result.requestId(), Optional.of(result.orderId())));
        } else {
            record.read(Topics.EXPIRY_RESULTS).ifPresent(end -> ended(end.requestId(), Optional.empty()));
        }
    }

    private void ended(String requestId, Optional<String> orderOfCode) {
        onEnd.accept(orderOfCode);
        demand.ended(requestId);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
