package io.otpstream.streams;

import io.otpstream.contract.Alert;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.Topics;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.rate.RateBudget;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.Clocks;
import io.otpstream.streams.calls.OrderGate;
import io.otpstream.streams.calls.Pause;
import io.otpstream.streams.calls.PauseListener;
import io.otpstream.streams.commit.FencingClientSupplier;
import io.otpstream.streams.commit.ThreadCommitEpochs;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.replies.KafkaReplySink;
import io.otpstream.streams.replies.ReliableProducer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running pipeline: Kafka Streams, the dispatcher, and the producer of replies.
 *
 * <p>Its topics must exist. Safe for use by several threads.
 */
public final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration API_WINDOW = Duration.ofSeconds(60);

    /** Together less than the 10 s that whoever stops a process gives it. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(4);

    private static final Duration STREAMS_WITHIN = Duration.ofSeconds(3);
    private static final Duration REPLIES_WITHIN = Duration.ofSeconds(1);

    /** How long a permit, a commit and the way of a reply may take beside the API's own time. */
    private static final Duration CALL_OVERHEAD = Duration.ofSeconds(5);

    /** For clocks of two machines that differ. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    private static final Serde<Pause> PAUSE = JsonSerde.of(Pause.class);

    /** Another one for every start, so that a process knows its own words. */
    private final String self = UUID.randomUUID().toString();

    private final ReliableProducer replies;
    private final PauseListener pauses;
    private final ApiAccess access;
    private final KafkaStreams streams;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private volatile boolean failed;

    /**
     * A pipeline that is not running yet.
     *
     * @param api not closed by the pipeline
     */
    public Pipeline(PipelineSettings settings, SmsCodeApi api) {
        replies = new ReliableProducer(new KafkaProducer<>(
                StreamsProperties.ofReplyProducer(settings), new ByteArraySerializer(), new ByteArraySerializer()));
        KafkaReplySink sink = new KafkaReplySink(replies);
        Clocks clocks = Clocks.system();
        RateBudget budget = new RateBudget(
                settings.requestsPerWindow(),
                divided(API_WINDOW, settings.speed()),
                settings.speed(),
                System.nanoTime());
        access = new ApiAccess(
                api,
                budget,
                settings.speed(),
                settings.catalogTtl(),
                sink,
                this::raise,
                this::announce,
                clocks,
                RandomGenerator.getDefault(),
                (thread, death) -> fail(death));
        pauses = new PauseListener(
                new KafkaConsumer<>(
                        StreamsProperties.ofPauseConsumer(settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                self,
                access::start,
                access::pausedElsewhere);
        ThreadCommitEpochs epochs = new ThreadCommitEpochs();
        Duration answerWithin =
                settings.apiTimeout().plus(StreamsProperties.REPLY_DELIVERY).plus(CLOCK_ERROR);
        Surroundings surroundings = new Surroundings(
                new Lifecycle(rules(settings)),
                access.calls(),
                access.catalogue(),
                epochs,
                sink,
                answerWithin,
                clocks.nanos());
        streams = new KafkaStreams(
                new VerificationTopology(surroundings, settings.speed()).build(),
                StreamsProperties.ofStreams(settings),
                new FencingClientSupplier(new TopicPartition(Topics.DEAD_LETTERS.name(), 0), epochs));
        streams.setUncaughtExceptionHandler(new ThreadReplacement(this::fail));
        streams.setStateListener(this::stateChanged);
    }

    /** Joins the group, and checks the token as soon as the brokers answer; returns at once. */
    public void start() {
        // The token is checked when nothing that others say can be missed any more.
        pauses.start();
        streams.start();
    }

    /** Completes when the pipeline has its partitions for the first time. */
    public CompletionStage<Void> running() {
        return running;
    }

    /** Whether the pipeline can't go on; the log says why. */
    public boolean hasFailed() {
        return failed;
    }

    /** Requests sent to the API so far. */
    public long apiRequests() {
        return access.requests();
    }

    /** Answers of the API with status 429 so far. */
    public long apiRateLimited() {
        return access.rateLimited();
    }

    /**
     * Stops calling the API, waits for answers that are on their way, commits and leaves the group: some 8 s at most.
     * What has no answer by then is left to the next owner, as after a crash.
     */
    @Override
    public void close() {
        pauses.stop();
        access.close(ANSWERS_WITHIN);
        boolean inTime = streams.close(CloseOptions.timeout(STREAMS_WITHIN)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (!inTime) {
            LOG.warn("Kafka Streams did not end within {}", STREAMS_WITHIN);
        }
        // Last: tasks that end answer what they have not sent.
        replies.close(REPLIES_WITHIN);
    }

    private static LifecycleRules rules(PipelineSettings settings) {
        return LifecycleRules.guide()
                .withInDoubtPolicy(settings.inDoubtPolicy())
                .withDedupRetention(settings.dedupRetention())
                .atSpeed(settings.speed())
                .withLookGap(settings.lookGap())
                .withCallPatience(settings.apiTimeout().plus(CALL_OVERHEAD));
    }

    private static Duration divided(Duration duration, double speed) {
        return Duration.ofNanos((long) (duration.toNanos() / speed));
    }

    private void raise(Alert alert) {
        byte[] key = alert.kind().getBytes(StandardCharsets.UTF_8);
        byte[] value = Topics.ALERTS.valueSerde().serializer().serialize(Topics.ALERTS.name(), alert);
        replies.sendAside(new ProducerRecord<>(Topics.ALERTS.name(), key, value));
    }

    private void announce(OrderGate.Cause cause, long neededIdr) {
        byte[] value = PAUSE.serializer().serialize(Pause.TOPIC, new Pause(Pause.VERSION, self, cause, neededIdr));
        replies.sendAside(new ProducerRecord<>(Pause.TOPIC, 0, self.getBytes(StandardCharsets.UTF_8), value));
    }

    private void fail(Throwable cause) {
        LOG.error("The pipeline can't go on", cause);
        failed = true;
    }

    private void stateChanged(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            running.complete(null);
        } else if (now == KafkaStreams.State.ERROR) {
            failed = true;
        }
    }
}
