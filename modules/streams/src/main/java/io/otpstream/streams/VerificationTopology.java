package io.otpstream.streams;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.Topics;
import io.otpstream.domain.looks.ArrivalTally;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.arrivals.CurveTopic;
import io.otpstream.streams.arrivals.OrderArrivals;
import io.otpstream.streams.money.MoneyRules;
import io.otpstream.streams.money.MoneyWatch;
import io.otpstream.streams.process.CommandReader;
import io.otpstream.streams.process.DeadLetterWriter;
import io.otpstream.streams.process.Flow;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.process.OrderCreator;
import io.otpstream.streams.process.OrderPoller;
import io.otpstream.streams.process.ReplyReader;
import io.otpstream.streams.process.RequestReader;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.process.TaskClock;
import io.otpstream.streams.rates.OutcomeRules;
import io.otpstream.streams.rates.RatesTopology;
import io.otpstream.streams.replies.KafkaReplySink;
import io.otpstream.streams.steps.Branches;
import io.otpstream.streams.store.Purchases;
import io.otpstream.streams.store.VerificationStoreBuilder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The whole pipeline on one page.
 *
 * <p>Requests, commands and replies are read as bytes, so that nothing a user writes can stop a thread. They are
 * partitioned alike by request id and meet in one sub-topology, whose steps share one store, and the first of which keeps
 * another for what is being bought: whatever happens to a request happens in one transaction on one thread. The API is not called from here: a step hands its calls to the
 * dispatcher, and the answers come back as records on the topic of replies.
 *
 * <p>The second sub-topology keeps an account of each order, and of these the tables of success rates and costs. It hangs
 * on the events by a repartition by country, so that it can neither hold up nor bring down the first. What it finds to
 * move money goes to the third, a single task, which compares it with the balance. The fourth learns from the same events
 * when codes arrive, by country and platform and for all together, and tells all instances.
 */
public final class VerificationTopology {

    private final Surroundings surroundings;
    private final RatesTopology rates;
    private final MoneyWatch money;
    private final OrderArrivals arrivals;

    /**
     * A topology in these surroundings.
     *
     * @param surroundings shared by all tasks
     * @param watch tells which countries do badly
     * @param money how the account is watched
     * @param speed how much faster than real the API's world runs, at least 1
     */
    public VerificationTopology(Surroundings surroundings, RateWatch watch, MoneyRules money, double speed) {
        this.surroundings = surroundings;
        this.rates = new RatesTopology(new OutcomeRules(speed), watch, surroundings.catalogue());
        this.money = new MoneyWatch(money);
        this.arrivals = new OrderArrivals(speed);
    }

    /** For Kafka Streams to run, or to describe. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(new VerificationStoreBuilder()).addStateStore(Purchases.builder());

        KStream<String, Flow> inputs = read(
                        builder, Topics.REQUESTS.name(), "request", new RecordTime(), RequestReader::new)
                .merge(
                        read(builder, Topics.COMMANDS.name(), "command", new ReadFirst(), CommandReader::new),
                        Named.as("with-commands"))
                .merge(
                        read(builder, KafkaReplySink.TOPIC, "reply", new ReadFirst(), ReplyReader::new),
                        Named.as("with-replies"));

        KStream<String, Output> outputs = inputs.process(
                        () -> new TaskClock(surroundings.nanos()), Named.as("task-clock"))
                .process(
                        () -> new OrderCreator(surroundings),
                        Named.as("order-creator"),
                        VerificationStoreBuilder.NAME,
                        Purchases.NAME)
                .process(() -> new OrderPoller(surroundings), Named.as("order-poller"), VerificationStoreBuilder.NAME);

        KStream<String, OrderEvent> orders = route(outputs, Output.Ordered.class, "order-event")
                .mapValues(Output.Ordered::event, Named.as("to-order-event"));
        Branches.write(orders, Topics.ORDERS);
        Branches.write(
                route(outputs, Output.Code.class, "otp-result")
                        .mapValues(Output.Code::result, Named.as("to-otp-result")),
                Topics.OTP_RESULTS);
        Branches.write(
                route(outputs, Output.NoCode.class, "expiry-result")
                        .mapValues(Output.NoCode::result, Named.as("to-expiry-result")),
                Topics.EXPIRY_RESULTS);
        Branches.write(
                route(outputs, Output.Raised.class, "alert")
                        .map(
                                (id, raised) -> KeyValue.pair(raised.alert().kind(), raised.alert()),
                                Named.as("to-alert")),
                Topics.ALERTS);
        Branches.write(
                route(outputs, Output.DeadLetter.class, "dead-letter")
                        .process(DeadLetterWriter::new, Named.as("to-dead-letter")),
                Topics.DEAD_LETTERS);

        money.addTo(builder, rates.addTo(orders));
        learnArrivals(orders);
        return builder.build();
    }

    private void learnArrivals(KStream<String, OrderEvent> orders) {
        orders.flatMap((id, event) -> arrivals.byCurve(event), Named.as("to-arrivals"))
                .repartition(Repartitioned.with(Serdes.String(), CurveTopic.arrivals())
                        .withName("arrivals-by-curve"))
                .groupByKey(Grouped.as("by-curve"))
                .aggregate(
                        ArrivalTally::empty,
                        (curve, arrival, tally) -> tally.plus(arrival),
                        Named.as("arrival-curves"),
                        Materialized.<String, ArrivalTally, KeyValueStore<Bytes, byte[]>>as("arrival-curves")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(CurveTopic.tallies()))
                .toStream(Named.as("changed-curves"))
                .to(
                        CurveTopic.NAME,
                        Produced.with(Serdes.String(), CurveTopic.tallies()).withName("arrival-curves-sink"));
    }

    private static KStream<String, Flow> read(
            StreamsBuilder builder,
            String topic,
            String what,
            TimestampExtractor time,
            ProcessorSupplier<byte[], byte[], String, Flow> reader) {
        return builder.stream(
                        topic,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withName(what + "-source")
                                .withTimestampExtractor(time))
                .process(reader, Named.as(what + "-reader"));
    }

    private static <T extends Output> KStream<String, T> route(
            KStream<String, Output> outputs, Class<T> kind, String what) {
        return Branches.route(outputs, kind, what, what);
    }
}
