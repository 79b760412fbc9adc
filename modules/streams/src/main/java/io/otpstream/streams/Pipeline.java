package io.otpstream.streams;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Topics;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.domain.purchase.PurchaseRules;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.streams.arrivals.ArrivalCurvesReader;
import io.otpstream.streams.arrivals.CurveTopic;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.BudgetState;
import io.otpstream.streams.calls.Budgeting;
import io.otpstream.streams.calls.Clocks;
import io.otpstream.streams.calls.FleetSignals;
import io.otpstream.streams.calls.OrderGate;
import io.otpstream.streams.choice.Breakers;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.choice.TrackRecordsReader;
import io.otpstream.streams.commit.FencingClientSupplier;
import io.otpstream.streams.commit.ThreadCommitEpochs;
import io.otpstream.streams.fleet.BudgetMetrics;
import io.otpstream.streams.fleet.ControlsReader;
import io.otpstream.streams.fleet.Fleet;
import io.otpstream.streams.fleet.FleetListener.Start;
import io.otpstream.streams.fleet.FleetListener.Subscription;
import io.otpstream.streams.fleet.OrdersPaused;
import io.otpstream.streams.process.Buying;
import io.otpstream.streams.process.LookPlan;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.replies.KafkaReplySink;
import io.otpstream.streams.replies.ReliableProducer;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.watch.OrderWatch;
import io.otpstream.streams.watch.PushedEvent;
import io.otpstream.streams.watch.TogetherWatch;
import io.otpstream.streams.watch.WatchSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

    /** Together less than the 10 s that whoever stops a process gives it. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(4);

    private static final Duration STREAMS_WITHIN = Duration.ofSeconds(3);
    private static final Duration REPLIES_WITHIN = Duration.ofSeconds(1);

    /** How long a permit, a commit and the way of a reply may take beside the API's own time. */
    private static final Duration CALL_OVERHEAD = Duration.ofSeconds(5);

    /** As long as an order lives: what was pushed of those that are open may not have reached them. */
    private static final Duration EVENTS_SINCE = Duration.ofMinutes(20);

    /** For clocks of two machines that differ. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    private final ReliableProducer replies;
    private final BudgetMetrics metrics;
    private final Fleet fleet;
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
        BudgetRules rules = BudgetRules.of(settings.requestsPerMinute(), settings.speed());
        Budgeting budgeting = new Budgeting(
                rules,
                settings.spending().strategy(),
                settings.spending().targetCodeAge(),
                settings.spending().tenants(),
                settings.lookGap(),
                settings.money().balanceInterval(),
                settings.lookInterval(),
                settings.purchasing().maxQuantity());
        metrics = new BudgetMetrics(settings.requestsPerMinute() * settings.speed() / 60, this::budget);
        access = new ApiAccess(
                api,
                budgeting,
                settings.speed(),
                settings.catalogTtl(),
                sink,
                this::raise,
                new Signals(),
                metrics,
                clocks,
                RandomGenerator.getDefault(),
                (thread, death) -> fail(death));
        ArrivalCurvesReader curves = new ArrivalCurvesReader();
        Breakers breakers = new Breakers(settings.breaker(), this::raise, access::watchesBalance);
        TrackRecordsReader trackRecords = new TrackRecordsReader(settings.speed(), breakers);
        ControlsReader controls = new ControlsReader(settings.applicationId(), access::heed);
        List<Subscription> learnt = new ArrayList<>(List.of(
                new Subscription(OrdersPaused.TOPIC, new Start.AtTheBeginning(), controls::read, controls::wholeRead),
                new Subscription(
                        CurveTopic.NAME,
                        new Start.AtTheBeginning(),
                        record -> curves.read(record.key(), record.value())),
                new Subscription(
                        Topics.SUCCESS_RATES_BY_PLATFORM.name(),
                        new Start.AtTheBeginning(),
                        record -> trackRecords.read(record.value()))));
        OrderWatch orders = watchOrders(api, settings, sink, clocks, learnt);
        fleet = new Fleet(
                clients(settings),
                rules,
                settings.spending().split(),
                access,
                learnt,
                this::raise,
                clocks.wall(),
                (thread, death) -> fail(death));
        ThreadCommitEpochs epochs = new ThreadCommitEpochs();
        Duration answerWithin =
                settings.apiTimeout().plus(StreamsProperties.REPLY_DELIVERY).plus(CLOCK_ERROR);
        Surroundings surroundings = new Surroundings(
                new Lifecycle(rules(settings, api)),
                access.calls(),
                new LookPlan(settings.spending().strategy(), curves::current, settings.speed(), new Random()),
                access.catalogue(),
                new CountryPlan(
                        new CountryChooser(settings.spending().waitIdrPerMinute()),
                        trackRecords::current,
                        breakers,
                        new Random()),
                orders,
                Buying.of(api, settings.applicationId(), settings.purchasing().maxQuantity()),
                new PurchaseDecider(PurchaseRules.ordinary().atSpeed(settings.speed())),
                epochs,
                sink,
                answerWithin,
                clocks.nanos());
        streams = new KafkaStreams(
                new VerificationTopology(surroundings, settings.watch(), settings.moneyRules(), settings.speed())
                        .build(),
                StreamsProperties.ofStreams(settings),
                new FencingClientSupplier(new TopicPartition(Topics.DEAD_LETTERS.name(), 0), epochs));
        streams.setUncaughtExceptionHandler(new ThreadReplacement(this::fail));
        streams.setStateListener(this::stateChanged);
    }

    /** Joins the group, and checks the token as soon as the brokers answer; returns at once. */
    public void start() {
        // The token is checked when nothing that others say can be missed any more.
        fleet.start();
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

    /** Whether it has its partitions now, and nothing has stopped it. */
    public boolean isServing() {
        return !failed && streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The countries of the API as far as they are known; asks for them if nobody has yet. Waits for nothing. */
    public List<Country> countries() {
        return access.catalogue().countries();
    }

    /** Requests sent to the API so far. */
    public long apiRequests() {
        return access.requests();
    }

    /** Answers of the API with status 429 so far. */
    public long apiRateLimited() {
        return access.rateLimited();
    }

    /** What this process does with its part of the budget. */
    public BudgetState budget() {
        return access.budget();
    }

    /**
     * What the pipeline, Kafka Streams and its clients count, as it is now: metrics of threads and tasks come and go with
     * these. docs/metrics.md says what each one means.
     */
    public Map<MetricName, Metric> metrics() {
        Map<MetricName, Metric> all = new HashMap<>(streams.metrics());
        all.putAll(metrics.all());
        all.putAll(replies.metrics());
        return all;
    }

    /**
     * Stops calling the API, waits for answers that are on their way, commits and leaves the group: less than 10 s.
     * What has no answer by then is left to the next owner, as after a crash.
     */
    @Override
    public void close() {
        access.close(ANSWERS_WITHIN);
        fleet.close();
        boolean inTime = streams.close(CloseOptions.timeout(STREAMS_WITHIN)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (!inTime) {
            LOG.warn("Kafka Streams did not end within {}", STREAMS_WITHIN);
        }
        // Last: tasks that end answer what they have not sent.
        replies.close(REPLIES_WITHIN);
        metrics.close();
    }

    /** @param learnt what is read besides gets in */
    private OrderWatch watchOrders(
            SmsCodeApi api, PipelineSettings settings, ReplySink sink, Clocks clocks, List<Subscription> learnt) {
        return switch (api) {
            case GuideApi guide -> OrderWatch.none();
            case PublishedApi published -> {
                TogetherWatch watch = new TogetherWatch(
                        published,
                        access.control(),
                        sink,
                        clocks.wall(),
                        new WatchSettings(settings.lookInterval(), settings.lookGap()));
                access.take(watch);
                Instant since = clocks.wall().instant().minus(EVENTS_SINCE);
                learnt.add(new Subscription(PushedEvent.TOPIC, new Start.Since(since), record -> PushedEvent.MESSAGES
                        .read(record)
                        .ifPresent(watch::pushed)));
                yield watch;
            }
        };
    }

    private static LifecycleRules rules(PipelineSettings settings, SmsCodeApi api) {
        LifecycleRules rules =
                switch (api) {
                    case GuideApi guide -> LifecycleRules.guide();
                    case PublishedApi published ->
                        LifecycleRules.published(settings.purchasing().finish());
                };
        return rules.withInDoubtPolicy(settings.inDoubtPolicy())
                .withDedupRetention(settings.dedupRetention())
                .atSpeed(settings.speed())
                .withLookGap(settings.lookGap())
                .withCallPatience(settings.apiTimeout().plus(CALL_OVERHEAD));
    }

    private static Fleet.Clients clients(PipelineSettings settings) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new Fleet.Clients(
                new KafkaProducer<>(
                        StreamsProperties.ofFleetProducer(settings),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                new KafkaConsumer<>(StreamsProperties.ofFleetListener(settings), bytes, bytes),
                new KafkaConsumer<>(StreamsProperties.ofBudgetMember(settings), bytes, bytes));
    }

    private void raise(Alert alert) {
        byte[] key = alert.kind().getBytes(StandardCharsets.UTF_8);
        byte[] value = Topics.ALERTS.valueSerde().serializer().serialize(Topics.ALERTS.name(), alert);
        replies.sendAside(new ProducerRecord<>(Topics.ALERTS.name(), key, value));
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

    /** What the dispatcher wants the others to know. It is made before the fleet that tells them. */
    private final class Signals implements FleetSignals {

        @Override
        public void demandRose() {
            fleet.demandRose();
        }

        @Override
        public void quiet(Instant until) {
            fleet.quiet(until);
        }

        @Override
        public void pauseOrders(OrderGate.Cause cause, long neededIdr) {
            fleet.pauseOrders(cause, neededIdr);
        }

        @Override
        public void banned(Instant until) {
            fleet.banned(until);
        }

        @Override
        public void cancelsCapped(Instant until) {
            fleet.cancelsCapped(until);
        }

        @Override
        public void balanceRead(Instant askedAt, Instant seenAt, long balanceIdr) {
            fleet.balanceRead(askedAt, seenAt, balanceIdr);
        }
    }
}
