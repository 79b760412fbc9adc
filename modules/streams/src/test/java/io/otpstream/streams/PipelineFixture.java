package io.otpstream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Cleanup;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.TraceContext;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendFinish;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.Effect.SendResend;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.domain.purchase.PurchaseRules;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.arrivals.ArrivalCurvesReader;
import io.otpstream.streams.arrivals.CurveTopic;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.choice.TrackRecordsReader;
import io.otpstream.streams.money.MoneyRules;
import io.otpstream.streams.process.Buying;
import io.otpstream.streams.process.LookPlan;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.replies.KafkaReplySink;
import io.otpstream.streams.replies.PurchaseReplies;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.store.PurchaseRow;
import io.otpstream.streams.store.Purchases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole topology without a broker: the test says what requesters and the API do, and everything that comes out must
 * be asked for. {@link #nothingElse} checks that, and {@link #close} does so too.
 *
 * <p>Every request belongs to a trace of its own unless the test says otherwise, and every record about it that a test
 * asks for must belong to the same: that of the first request with its id.
 */
final class PipelineFixture implements AutoCloseable {

    static final int WHATSAPP = 1;
    static final int INDONESIA = 6;
    static final int MALAYSIA = 7;
    static final String NUMBER = "+6281200000001";

    private static final MoneyRules NO_LIMITS =
            new MoneyRules(Duration.ofSeconds(97), SpendCaps.NONE, OptionalLong.empty());
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMillis(100);

    final FakeCatalogue catalogue = new FakeCatalogue();
    final FakeOrderWatch watch = new FakeOrderWatch();
    final FakeApi api;
    private final TrackRecordsReader trackRecords = new TrackRecordsReader(1);

    private final TopologyTestDriver driver;
    private final Deque<PendingReply> pendingReplies = new ArrayDeque<>();
    private final Map<String, TestOutputTopic<?, ?>> outputs = new HashMap<>();
    private final Map<String, Map<String, Object>> tables = new HashMap<>();
    private final Map<String, Optional<TraceContext>> traces = new HashMap<>();
    private int tracesBegun;
    private final TestOutputTopic<byte[], byte[]> curves;
    private final TestInputTopic<byte[], byte[]> requests;
    private final TestInputTopic<byte[], byte[]> commands;
    private final TestInputTopic<byte[], byte[]> replies;
    private Instant now = START;
    private long epoch;
    private boolean commits = true;

    private record PendingReply(String requestId, Reply reply) {}

    /**
     * One of the published dialect.
     *
     * @param maxQuantity most numbers by one create
     */
    static PipelineFixture published(Path stateDir, int maxQuantity) {
        PipelineFixture pipeline = new PipelineFixture(
                stateDir,
                LifecycleRules.published(false),
                new Buying.InPurchases(PipelineFixture::body, "otpstream", maxQuantity));
        pipeline.catalogue.offerProduct(INDONESIA, 3_500, 4711);
        pipeline.catalogue.offerProduct(MALAYSIA, 9_000, 4712);
        return pipeline;
    }

    /** No two bodies are alike, so that one that is sent again is known to be the one that was kept. */
    private static byte[] body(ProductWish wish, int quantity) {
        return "%d of %d, %s"
                .formatted(quantity, wish.catalogProductId(), UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
    }

    PipelineFixture(Path stateDir) {
        this(stateDir, LifecycleRules.guide());
    }

    PipelineFixture(Path stateDir, LifecycleRules rules) {
        this(stateDir, rules, new Buying.OneByOne());
    }

    private PipelineFixture(Path stateDir, LifecycleRules rules, Buying buying) {
        api = new FakeApi(() -> now);
        catalogue.offer(INDONESIA, 3_500);
        catalogue.offer(MALAYSIA, 9_000);
        Surroundings surroundings = new Surroundings(
                new Lifecycle(rules),
                api,
                new LookPlan(PollStrategy.FIXED, ArrivalCurves::guide, 1, new Random(1)),
                catalogue,
                new CountryPlan(new CountryChooser(1_000), trackRecords::current, new Random(1)),
                watch,
                buying,
                new PurchaseDecider(PurchaseRules.ordinary()),
                () -> epoch,
                new Sink(),
                Duration.ofSeconds(22),
                // A tick takes no time, so that no test depends on how fast the machine is.
                () -> 0);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "otpstream");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(
                new VerificationTopology(surroundings, RateWatch.againstThePast(), NO_LIMITS, 1).build(),
                config,
                START);
        curves = driver.createOutputTopic(CurveTopic.NAME, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        requests = bytesInto(Topics.REQUESTS.name());
        commands = bytesInto(Topics.COMMANDS.name());
        replies = bytesInto(KafkaReplySink.TOPIC);
        Topics.all().stream()
                .filter(topic -> !topic.equals(Topics.REQUESTS) && !topic.equals(Topics.COMMANDS))
                .forEach(this::open);
    }

    // What requesters do.

    void requested(String requestId, VerificationRequest request) {
        Headers headers = new RecordHeaders();
        anotherTrace().writeTo(headers);
        requested(requestId, request, headers);
    }

    void requested(String requestId, VerificationRequest request, Headers headers) {
        byte[] value = Topics.REQUESTS.valueSerde().serializer().serialize("", request);
        rawRequest(bytes(requestId), value, headers);
    }

    private TraceContext anotherTrace() {
        tracesBegun++;
        return new TraceContext("00-%032x-%016x-01".formatted(tracesBegun, tracesBegun), "test=" + tracesBegun);
    }

    void commanded(String requestId, VerificationCommand command) {
        byte[] value = Topics.COMMANDS.valueSerde().serializer().serialize("", command);
        commands.pipeInput(bytes(requestId), value, now);
        after(STEP);
    }

    void rawRequest(byte @Nullable [] key, byte @Nullable [] value) {
        rawRequest(key, value, new RecordHeaders());
    }

    void rawRequest(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        if (key != null) {
            traces.putIfAbsent(new String(key, StandardCharsets.UTF_8), TraceContext.readFrom(headers));
        }
        requests.pipeInput(new TestRecord<>(key, value, headers, now));
        after(STEP);
    }

    void rawCommand(byte @Nullable [] key, byte @Nullable [] value) {
        commands.pipeInput(new TestRecord<>(key, value, now));
        after(STEP);
    }

    void rawReply(byte @Nullable [] key, byte @Nullable [] value) {
        replies.pipeInput(new TestRecord<>(key, value, now));
        after(STEP);
    }

    /** Between the topology's second step and its third. */
    void rawArrival(String curve, String value) {
        bytesInto("otpstream-arrivals-by-curve-repartition").pipeInput(bytes(curve), bytes(value), now);
    }

    // What success rates tell.

    /** Of that many recent orders for WhatsApp this part got a code. */
    void knownOf(int countryId, double rate, double orders) {
        SuccessRates rates = SuccessRates.of(countryId, now)
                .platformId(WHATSAPP)
                .recent(rate, orders)
                .build();
        trackRecords.read(
                Topics.SUCCESS_RATES_BY_PLATFORM.valueSerde().serializer().serialize("", rates));
    }

    // What time does.

    void after(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            if (commits) {
                epoch++;
            }
            now = now.plus(STEP);
            driver.advanceWallClockTime(STEP);
            while (!pendingReplies.isEmpty()) {
                PendingReply next = pendingReplies.removeFirst();
                byte[] value = JsonSerde.of(Reply.class).serializer().serialize("", next.reply());
                replies.pipeInput(bytes(next.requestId()), value, now);
            }
        }
    }

    /** From now on, whether transactions are committed as time goes by. */
    void commits(boolean yes) {
        commits = yes;
    }

    // What the API is asked and answers.

    Addressed createSent() {
        return api.take(SendCreate.class);
    }

    Addressed lookSent() {
        return api.take(SendLook.class);
    }

    Addressed resendSent() {
        return api.take(SendResend.class);
    }

    Addressed finishSent() {
        return api.take(SendFinish.class);
    }

    Addressed cancelSent() {
        return api.take(SendCancel.class);
    }

    Sending purchaseSent() {
        return api.sendings().removeFirst();
    }

    void bought(Sending sending, int failedCount, String... orderIds) {
        List<Order> orders = Stream.of(orderIds)
                .map(id -> order(id, OrderStatus.WAITING, null))
                .toList();
        answered(sending, new ApiResult.Success<>(new Purchased(orders, failedCount)));
    }

    void purchaseFailed(Sending sending, ApiError error) {
        answered(sending, new ApiResult.Failure<>(error));
    }

    private void answered(Sending sending, ApiResult<Purchased> result) {
        Purchase purchase = sending.purchase();
        pendingReplies.add(new PendingReply(purchase.key(), PurchaseReplies.of(purchase, result, now)));
        after(STEP);
    }

    void placed(Addressed create, String orderId) {
        answered(create, new ApiResult.Success<>(order(orderId, OrderStatus.WAITING, null)));
    }

    void createFailed(Addressed create, ApiError error) {
        answered(create, new ApiResult.Failure<>(error));
    }

    private void answered(Addressed create, ApiResult<Order> result) {
        pendingReplies.add(new PendingReply(create.requestId(), Replies.of((SendCreate) create.call(), result, now)));
        after(STEP);
    }

    void looked(Addressed look, OrderStatus status, @Nullable String code) {
        SendLook call = (SendLook) look.call();
        ApiResult<Order> result = new ApiResult.Success<>(order(call.orderId(), status, code));
        pendingReplies.add(new PendingReply(look.requestId(), Replies.of(call, result, now)));
        after(STEP);
    }

    /** The watch tells of an order. */
    void seen(String requestId, Order order) {
        pendingReplies.add(new PendingReply(requestId, Replies.seen(order, now)));
        after(STEP);
    }

    void cancelAccepted(Addressed cancel) {
        Reply reply = Replies.of((SendCancel) cancel.call(), new ApiResult.Success<>(new CancelAccepted()), now);
        pendingReplies.add(new PendingReply(cancel.requestId(), reply));
        after(STEP);
    }

    /** A text came, as an answer that tells of all orders shows it; {@code texts} counts those so far. */
    void textSeen(String requestId, String orderId, String code, int texts) {
        Order order = new Order(orderId, null, OrderStatus.TEXT_RECEIVED, code, null, null, null, texts, null);
        pendingReplies.add(new PendingReply(requestId, Replies.seen(order, now)));
        after(STEP);
    }

    void resent(Addressed resend) {
        Reply reply = Replies.of((SendResend) resend.call(), new ApiResult.Success<>(new ResendAccepted(true)), now);
        pendingReplies.add(new PendingReply(resend.requestId(), reply));
        after(STEP);
    }

    private static Order order(String orderId, OrderStatus status, @Nullable String code) {
        return new Order(orderId, NUMBER, status, code, null, null, null);
    }

    /** What the metric of that name counts, over all steps. */
    double counted(String metric) {
        return driver.metrics().values().stream()
                .filter(each -> each.metricName().group().equals("stream-verification-step-metrics"))
                .filter(each -> each.metricName().name().equals(metric))
                .mapToDouble(each -> (double) each.metricValue())
                .sum();
    }

    // What comes out.

    OrderEvent event(String requestId, OrderEventType type) {
        TestRecord<String, OrderEvent> next = output(Topics.ORDERS).readRecord();
        assertThat(next.key()).isEqualTo(requestId);
        assertBelongsTo(requestId, next);
        assertThat(next.value().type()).isEqualTo(type);
        return next.value();
    }

    OtpResult code(String requestId) {
        TestRecord<String, OtpResult> next = output(Topics.OTP_RESULTS).readRecord();
        assertThat(next.key()).isEqualTo(requestId);
        assertBelongsTo(requestId, next);
        return next.value();
    }

    ExpiryResult noCode(String requestId, Outcome outcome) {
        TestRecord<String, ExpiryResult> next = output(Topics.EXPIRY_RESULTS).readRecord();
        assertThat(next.key()).isEqualTo(requestId);
        assertBelongsTo(requestId, next);
        assertThat(next.value().outcome()).isEqualTo(outcome);
        return next.value();
    }

    Alert alert(String kind) {
        TestRecord<String, Alert> next = output(Topics.ALERTS).readRecord();
        assertThat(next.key()).isEqualTo(kind);
        assertBelongsTo(String.valueOf(next.value().subject()), next);
        return next.value();
    }

    /** The headers say the trace, and nothing else. */
    private void assertBelongsTo(String requestId, TestRecord<String, ?> record) {
        Headers expected = new RecordHeaders();
        traceOf(requestId).ifPresent(trace -> trace.writeTo(expected));
        assertThat(record.headers()).as("headers of a record of %s", requestId).isEqualTo(expected);
    }

    /** What a request's records are expected to belong to. */
    Optional<TraceContext> traceOf(String requestId) {
        return traces.getOrDefault(requestId, Optional.empty());
    }

    TestRecord<byte[], byte[]> deadLetter() {
        return output(Topics.DEAD_LETTERS).readRecord();
    }

    /** What a table says by now. No test has to ask: every event of an order changes several of them. */
    <V> V table(Topic<String, V> topic, String key) {
        return Objects.requireNonNull(this.<V>rows(topic).get(key), topic.name() + ": " + key);
    }

    SuccessRates rates(int countryId) {
        return table(Topics.SUCCESS_RATES, Integer.toString(countryId));
    }

    /** What has been learnt of arrivals since the last time, for who wants to know: no test has to ask. */
    void curvesInto(ArrivalCurvesReader reader) {
        curves.readRecordsToList().forEach(each -> reader.read(each.key(), each.value()));
    }

    /** Those of Kafka Streams, with ours among them. */
    Map<MetricName, ? extends Metric> metrics() {
        return driver.metrics();
    }

    void nothingElse() {
        outputs.forEach((name, topic) -> {
            if (!isTable(name)) {
                assertThat(topic.readRecordsToList()).as(name).isEmpty();
            }
        });
        assertThat(api.sent()).as("calls").isEmpty();
        assertThat(api.sendings()).as("purchases").isEmpty();
        assertThat(api.promised()).as("promises neither used nor given back").isZero();
    }

    private static boolean isTable(String name) {
        return Topics.all().stream().anyMatch(topic -> topic.name().equals(name) && topic.cleanup() != Cleanup.DELETE);
    }

    /** How many purchases are not over. */
    long purchasesStored() {
        return count(driver.<String, PurchaseRow>getKeyValueStore(Purchases.NAME));
    }

    static long count(KeyValueStore<?, ?> store) {
        try (KeyValueIterator<?, ?> all = store.all()) {
            long count = 0;
            while (all.hasNext()) {
                all.next();
                count++;
            }
            return count;
        }
    }

    Instant now() {
        return now;
    }

    @Override
    public void close() {
        try {
            nothingElse();
        } finally {
            driver.close();
        }
    }

    private <K, V> void open(Topic<K, V> topic) {
        outputs.put(
                topic.name(),
                driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer()));
    }

    @SuppressWarnings("unchecked") // the topic's own values are all that is put in
    private <V> Map<String, V> rows(Topic<String, V> topic) {
        Map<String, Object> rows = tables.computeIfAbsent(topic.name(), name -> new HashMap<>());
        rows.putAll(output(topic).readKeyValuesToMap());
        return (Map<String, V>) rows;
    }

    @SuppressWarnings("unchecked") // open() put it there with these types
    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        TestOutputTopic<K, V> output = (TestOutputTopic<K, V>) outputs.get(topic.name());
        if (output == null) {
            throw new IllegalArgumentException(topic.name() + " is not written by the topology");
        }
        return output;
    }

    private TestInputTopic<byte[], byte[]> bytesInto(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Sink implements ReplySink {
        @Override
        public void send(int partition, String requestId, Reply reply) {
            pendingReplies.add(new PendingReply(requestId, reply));
        }

        @Override
        public boolean isBehind() {
            return false;
        }
    }
}
