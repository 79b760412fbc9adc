package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.RequestLog;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.GuideClient;
import io.otpstream.smscode.TokenSource;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fifth of all calls fail, in every way that the simulator knows, and in the end the topics have to say what the
 * vendor's ledger says. The world runs twenty times as fast, but {@code Retry-After} counts real seconds.
 */
@ExtendWith(KafkaFixture.class)
class ApiFaultsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFaultsTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration API_TIMEOUT = Duration.ofSeconds(2);
    private static final double SPEED = 20;
    private static final double FAULTS = 0.2;
    private static final int REQUESTS = 150;
    private static final List<Integer> COUNTRIES = List.of(1, 2, 3, 4, 5, 6, 8, 9);

    /** Few enough for a backlog: a minute takes three seconds here, and of many of those a pause takes one. */
    private static final int REQUESTS_PER_MINUTE = 120;

    /** What the simulator allows: for the second that a permit lasts a busy machine may hold a request up. */
    private static final int LIMIT = REQUESTS_PER_MINUTE + (int) (REQUESTS_PER_MINUTE * SPEED / 60);

    /** On average, catalogue and all; five is what it takes. */
    private static final int MOST_REQUESTS_PER_ORDER = 10;

    private final Cluster cluster;
    private final List<String> requestIds =
            IntStream.range(0, REQUESTS).mapToObj(i -> "faults-" + i).toList();

    @TempDir
    private Path directory;

    ApiFaultsTest(KafkaCluster kafka) {
        cluster = kafka.cluster();
        kafka.createTopics();
    }

    @Test
    void everyRequestEndsOnceAndEveryRupiahIsExplained(KafkaCluster kafka) throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withSpeed(SPEED)
                .withLatency(Duration.ofMillis(300))
                .withOrderLifetime(Duration.ofMinutes(3))
                .withRequestsPerMinute(LIMIT)
                .withOutage(Outage.ofEveryKind(FAULTS));
        try (CapturedLogs logs = new CapturedLogs();
                Simulator simulator = Simulator.start(settings);
                GuideApi client = client(simulator);
                WatchedApi api = new WatchedApi(client)) {
            runToTheEnd(simulator, new Pipeline(pipelineSettings(kafka), api));

            Ledger ledger = simulator.ledger();
            List<RequestLog.Entry> requests = simulator.requests();
            FaultReckoning topics = FaultReckoning.read(cluster);
            LOG.info("{}; {} pauses; {}", ledger.totals(), api.pauses().size(), topics);

            everyFaultOccurred(requests);
            topics.hasOneFinalRecordOfEach(requestIds);
            topics.agreesWith(ledger);
            theBudgetWasKept(ledger.totals(), requests);
            retryAfterWasHonoured(api, requests);
            nothingWasRepeatedInALoop(ledger);
            topics.keepsSecretsFrom(logs.messages(), Simulator.TOKEN);
        }
    }

    private void runToTheEnd(Simulator simulator, Pipeline pipeline) throws Exception {
        try (pipeline) {
            pipeline.start();
            pipeline.running().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            sendRequests();
            awaitTheEnd(simulator);
            assertThat(pipeline.hasFailed()).isFalse();
        }
    }

    private static GuideApi client(Simulator simulator) {
        return GuideClient.create(
                ClientSettings.defaults().withBaseUri(simulator.baseUri()).withTimeout(API_TIMEOUT),
                TokenSource.fixed(Simulator.TOKEN));
    }

    private PipelineSettings pipelineSettings(KafkaCluster kafka) {
        return new PipelineSettings(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                "faults",
                directory,
                1,
                API_TIMEOUT,
                REQUESTS_PER_MINUTE,
                PipelineSettings.Spending.ordinary(),
                faster(Duration.ofSeconds(5)),
                faster(Duration.ofSeconds(60)),
                Duration.ofDays(7),
                InDoubtPolicy.REORDER,
                RateWatch.againstThePast(),
                PipelineSettings.Money.ordinary(),
                SPEED);
    }

    private static Duration faster(Duration duration) {
        return duration.dividedBy((long) SPEED);
    }

    private void sendRequests() throws Exception {
        try (Producer<String, VerificationRequest> producer = cluster.producer(Topics.REQUESTS)) {
            for (int i = 0; i < REQUESTS; i++) {
                Integer first = COUNTRIES.get(i % COUNTRIES.size());
                Integer second = COUNTRIES.get((i + 3) % COUNTRIES.size());
                VerificationRequest request = VerificationRequest.of(1 + i % 5, first, second);
                producer.send(new ProducerRecord<>(Topics.REQUESTS.name(), requestIds.get(i), request))
                        .get();
            }
        }
    }

    /** Every request has its final record, and no order can cost anything any more. */
    private void awaitTheEnd(Simulator simulator) {
        ResultTally tally = new ResultTally();
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            // A consumer belongs to one thread.
            Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(tally::add);
                return tally.hasAll(requestIds)
                        && tally.inFlight() == 0
                        && simulator.ledger().totals().liveOrders() == 0;
            });
        }
    }

    /** Else the rest would show little. */
    private static void everyFaultOccurred(List<RequestLog.Entry> requests) {
        assertThat(requests).extracting(RequestLog.Entry::fault).containsAll(Outage.everyKind());
    }

    private static void theBudgetWasKept(Ledger.Totals totals, List<RequestLog.Entry> requests) {
        assertThat(totals.largestSlidingMinute()).isLessThanOrEqualTo(LIMIT);
        assertThat(totals.requests429OverLimit()).isZero();
        assertThat(totals.requests429())
                .as("all others are of storms")
                .isEqualTo(requests.stream()
                        .filter(request -> request.fault().symptom() == Outage.Symptom.RATE_LIMITED)
                        .count());
        assertThat(totals.requests()).as("the log is complete").isEqualTo(requests.size());
    }

    /** At the vendor's door: within a pause come only calls that had left before, and one whose permit was taken. */
    private static void retryAfterWasHonoured(WatchedApi api, List<RequestLog.Entry> requests) {
        assertThat(api.pauses()).isNotEmpty().allSatisfy(pause -> {
            Set<String> before = new HashSet<>(pause.inFlight());
            assertThat(requests.stream()
                            // The log's instants are cut off to the millisecond.
                            .filter(request -> request.at().isAfter(pause.from())
                                    && request.at().isBefore(pause.until().minusMillis(1)))
                            .map(request -> String.valueOf(request.requestId()))
                            .filter(id -> !before.contains(id)))
                    .hasSizeLessThanOrEqualTo(1);
        });
        assertThat(api.rateLimitedWithoutRetryAfter())
                .as("seconds and dates were understood")
                .isEqualTo(Math.toIntExact(requests.stream()
                        .filter(request -> request.fault() == Outage.Kind.RATE_LIMITED_BARE)
                        .count()));
    }

    private static void nothingWasRepeatedInALoop(Ledger ledger) {
        assertThat(ledger.totals().requests())
                .isLessThanOrEqualTo(MOST_REQUESTS_PER_ORDER * ledger.totals().orders());
        assertThat(ledger.orders())
                .filteredOn(order -> order.shortestLookGapSeconds() != null)
                .isNotEmpty()
                .allSatisfy(order -> assertThat(order.shortestLookGapSeconds()).isGreaterThanOrEqualTo(5.0));
    }
}
