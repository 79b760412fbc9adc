package io.otpstream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.TraceContext;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.choice.TrackRecords;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.PurchaseAnswer;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.domain.purchase.PurchaseRules;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.process.Buying;
import io.otpstream.streams.process.Flow;
import io.otpstream.streams.process.LookPlan;
import io.otpstream.streams.process.OrderCreator;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.process.TaskClock;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.store.PurchaseRow;
import io.otpstream.streams.store.Purchases;
import io.otpstream.streams.store.VerificationStore;
import io.otpstream.streams.store.VerificationStoreBuilder;
import io.otpstream.streams.watch.OrderWatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task whose owner is gone without a word: the next one has nothing but the stores, and replies. */
class NewOwnerTest {

    private static final Buying IN_PURCHASES = new Buying.InPurchases(
            (wish, quantity) -> "body %d".formatted(quantity).getBytes(StandardCharsets.UTF_8), "otpstream", 8);

    @TempDir
    Path stateDir;

    private final FakeCatalogue catalogue = new FakeCatalogue();
    private FakeApi api = new FakeApi(this::now);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long epoch;
    private Owner owner;

    @BeforeEach
    void start() {
        catalogue.offerProduct(PipelineFixture.INDONESIA, 3_500, 4711);
        owner = new Owner(IN_PURCHASES);
    }

    @AfterEach
    void stop() {
        owner.crash();
    }

    private Instant now() {
        return now;
    }

    @Test
    void theNextOwnerSendsTheSameAtOnceAndEachMemberGetsOneOrder() {
        Sending first = buy("r1", "r2", "r3");
        changeOwner(IN_PURCHASES, Duration.ofSeconds(1));

        Sending again = sent();

        assertThat(again.purchase().key()).isEqualTo(first.purchase().key());
        assertThat(again.purchase().body()).isEqualTo(first.purchase().body());
        assertThat(again.purchase().members()).isEqualTo(first.purchase().members());
        assertThat(again.purchase().mayHaveBought()).isTrue();

        // What the API told the earlier owner was written after all; and then what it tells this one.
        owner.reads(bought(first, "11", "12", "13"));
        owner.reads(bought(again, "11", "12", "13"));

        assertThat(Stream.of("r1", "r2", "r3").map(owner::orderOf)).containsExactly("11", "12", "13");
        assertThat(owner.cleanups("r1", "r2", "r3")).isZero();
        assertThat(owner.purchases()).isZero();
    }

    @Test
    void whatWasDecidedAndNeverLeftIsSentByTheNextOwner() {
        owner.wants("r1");
        owner.ticks();
        assertThat(api.sendings()).as("before the commit").isEmpty();
        assertThat(owner.purchases()).isEqualTo(1);
        changeOwner(IN_PURCHASES, Duration.ofSeconds(1));
        Sending sending = sent();
        owner.reads(bought(sending, "11"));
        assertThat(owner.orderOf("r1")).isEqualTo("11");
    }

    @Test
    void thatTheNextOwnerMayNotCallNowDoesNotMeanThatNothingWasBought() {
        Sending first = buy("r1");
        changeOwner(IN_PURCHASES, Duration.ofSeconds(1));
        Sending again = sent();
        owner.reads(failed(again, new ApiError.RateLimited(null)));
        assertThat(owner.purchases()).isEqualTo(1);
        owner.reads(bought(first, "11"));
        assertThat(owner.orderOf("r1")).isEqualTo("11");
    }

    @Test
    void afterALongTimeWhatIsWrittenIsReadBeforeItIsGivenUp() {
        Sending first = buy("r1", "r2");
        changeOwner(IN_PURCHASES, Duration.ofMinutes(30));
        owner.passes(Duration.ofSeconds(20));
        assertThat(api.sendings()).as("a key that the API may have forgotten").isEmpty();
        assertThat(owner.state("r1")).isInstanceOf(State.Placing.class);
        owner.reads(bought(first, "11", "12"));
        assertThat(owner.orderOf("r1")).isEqualTo("11");
        assertThat(owner.orderOf("r2")).isEqualTo("12");
    }

    @Test
    void afterALongTimeWithoutAWordItIsInDoubt() {
        buy("r1");
        changeOwner(IN_PURCHASES, Duration.ofMinutes(30));
        owner.passes(Duration.ofSeconds(23));
        assertThat(owner.purchases()).isZero();
        assertThat(owner.doubts("r1")).isEqualTo(1);
    }

    @Test
    void whatTheNextOwnerPublishesBelongsToTheTraceOfTheRequest() {
        TraceContext trace = new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "rojo=1");
        owner.wants("r1", trace);
        owner.wants("r2");
        owner.ticks();
        Sending first = sent();
        changeOwner(IN_PURCHASES, Duration.ofSeconds(1));

        owner.reads(bought(first, "11", "12"));

        assertThat(owner.orderOf("r1")).isEqualTo("11");
        assertThat(owner.traceOfNews("r1")).contains(trace);
        assertThat(owner.traceOfNews("r2")).isEmpty();
    }

    @Test
    void theGuidesDialectHasNoWayToAsk() {
        buy("r1");
        changeOwner(new Buying.OneByOne(), Duration.ofSeconds(1));
        assertThat(api.sendings()).isEmpty();
        assertThat(owner.purchases()).isZero();
        assertThat(owner.doubts("r1")).isEqualTo(1);
    }

    /** Requests that are bought together, by a purchase that has left. */
    private Sending buy(String... requestIds) {
        owner.wants(requestIds);
        owner.ticks();
        return sent();
    }

    private Sending sent() {
        epoch++;
        owner.ticks();
        return api.sendings().removeFirst();
    }

    private void changeOwner(Buying buying, Duration later) {
        owner.crash();
        now = now.plus(later);
        // Promises and bids went with the process.
        api = new FakeApi(this::now);
        owner = new Owner(buying);
        owner.ticks();
    }

    private PurchaseAnswer bought(Sending sending, String... orderIds) {
        List<Order> orders = Stream.of(orderIds)
                .map(id -> new Order(id, "+62812", OrderStatus.WAITING, null, null, 3_500L, null, 0, null))
                .toList();
        return answer(sending, new ApiResult.Success<>(new Purchased(orders, 0)));
    }

    private PurchaseAnswer failed(Sending sending, ApiError error) {
        return answer(sending, new ApiResult.Failure<>(error));
    }

    private PurchaseAnswer answer(Sending sending, ApiResult<Purchased> result) {
        List<Member> members = sending.purchase().members();
        return new PurchaseAnswer(sending.purchase().key(), members, result, now);
    }

    /** The first steps of a task, over the stores of this directory. */
    private final class Owner {

        private final MockProcessorContext<String, Flow> clockContext = context();
        private final MockProcessorContext<String, Flow> context = context();
        private final KeyValueStore<String, PurchaseRow> rows =
                Purchases.builder().withLoggingDisabled().build();
        private final VerificationStore store =
                new VerificationStoreBuilder().withLoggingDisabled().build();
        private final TaskClock clock = new TaskClock(() -> 0);
        private final OrderCreator creator;

        Owner(Buying buying) {
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            rows.init(context.getStateStoreContext(), rows);
            context.addStateStore(rows);
            creator = new OrderCreator(new Surroundings(
                    new Lifecycle(LifecycleRules.published(false)),
                    api,
                    new LookPlan(PollStrategy.FIXED, ArrivalCurves::guide, 1, new Random(1)),
                    catalogue,
                    new CountryPlan(new CountryChooser(0), TrackRecords::none, new Random(1)),
                    OrderWatch.none(),
                    buying,
                    new PurchaseDecider(PurchaseRules.ordinary()),
                    () -> epoch,
                    new NoReplies(),
                    Duration.ofSeconds(22),
                    () -> 0));
            setClocks();
            creator.init(context);
        }

        private MockProcessorContext<String, Flow> context() {
            Properties config = new Properties();
            config.put(StreamsConfig.APPLICATION_ID_CONFIG, "otpstream");
            config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
            return new MockProcessorContext<>(config, new TaskId(0, 0), stateDir.toFile());
        }

        private void setClocks() {
            context.setCurrentSystemTimeMs(now.toEpochMilli());
            clockContext.setCurrentSystemTimeMs(now.toEpochMilli());
        }

        void wants(String... requestIds) {
            Stream.of(requestIds).forEach(id -> takes(id, new Flow.Input.Occurred(new Event.Requested(request()))));
        }

        void wants(String requestId, TraceContext trace) {
            takes(requestId, new Flow.Input.Asked(new Event.Requested(request()), trace));
        }

        /** Of the first event of the request that this owner has published. */
        Optional<TraceContext> traceOfNews(String requestId) {
            return context.forwarded().stream()
                    .map(each -> each.record())
                    .filter(record -> record.value() instanceof Flow.Output.Ordered)
                    .filter(record -> requestId.equals(record.key()))
                    .findFirst()
                    .map(record -> TraceContext.readFrom(record.headers()))
                    .orElseThrow(() -> new AssertionError("nothing was published about " + requestId));
        }

        void reads(PurchaseAnswer answer) {
            takes("", new Flow.Input.Bought(answer));
        }

        private void takes(String key, Flow flow) {
            creator.process(new Record<>(key, flow, now.toEpochMilli()));
        }

        /** A moment in which what is due is done. */
        void ticks() {
            setClocks();
            clockContext.resetForwards();
            clock.init(clockContext);
            clockContext.scheduledPunctuators().getLast().getPunctuator().punctuate(now.toEpochMilli());
            List<Record<String, Flow>> ticks = new ArrayList<>();
            for (CapturedForward<? extends String, ? extends Flow> each : clockContext.forwarded()) {
                ticks.add(new Record<>(
                        each.record().key(),
                        each.record().value(),
                        each.record().timestamp()));
            }
            ticks.forEach(creator::process);
        }

        void passes(Duration time) {
            now = now.plus(time);
            ticks();
        }

        State state(String requestId) {
            return store.get(requestId);
        }

        String orderOf(String requestId) {
            return ((State.Open) state(requestId)).order().orderId();
        }

        int doubts(String requestId) {
            return ((State.Known) state(requestId)).history().doubts();
        }

        long cleanups(String... requestIds) {
            return Stream.of(requestIds)
                    .mapToLong(
                            id -> ((State.Known) state(id)).history().cleanups().size())
                    .sum();
        }

        long purchases() {
            return PipelineFixture.count(rows);
        }

        /** Nothing is said or done any more; what the stores hold stays. */
        void crash() {
            store.close();
            rows.close();
        }
    }

    private Request request() {
        return new Request(
                PipelineFixture.WHATSAPP,
                List.of(PipelineFixture.INDONESIA),
                null,
                Duration.ofSeconds(90),
                1,
                now,
                now.plus(Duration.ofDays(1)),
                Priority.INTERACTIVE,
                null,
                List.of(),
                CountryChoice.LISTED,
                false);
    }

    private static final class NoReplies implements ReplySink {
        @Override
        public void send(int partition, String requestId, Reply reply) {
            throw new AssertionError("purchases need neither markers nor replies by their owner");
        }

        @Override
        public boolean isBehind() {
            return false;
        }
    }
}
