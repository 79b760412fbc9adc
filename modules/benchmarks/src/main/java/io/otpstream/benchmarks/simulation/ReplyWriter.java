package io.otpstream.benchmarks.simulation;

import io.otpstream.streams.process.Flow;
import io.otpstream.streams.replies.PurchaseReplies;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The producer of replies of one process: they come late, twice, or out of order, and die with it. */
final class ReplyWriter implements ReplySink {

    /** Real producers report a failure after 10 s; the wait for inherited creates counts on that. */
    static final Duration DELIVERY = Duration.ofSeconds(10);

    private static final Duration BEHIND = Duration.ofMillis(500);

    private final Agenda agenda;
    private final RandomGenerator random;
    private final Faults faults;
    private final SimulatedKafka kafka;
    private final BooleanSupplier alive;
    private final Map<Long, Long> unsent = new TreeMap<>();
    private long sequence;

    /** @param alive whether the process still is */
    ReplyWriter(Agenda agenda, RandomGenerator random, Faults faults, SimulatedKafka kafka, BooleanSupplier alive) {
        this.agenda = agenda;
        this.random = random;
        this.faults = faults;
        this.kafka = kafka;
        this.alive = alive;
    }

    @Override
    public void send(int partition, String requestId, Reply reply) {
        long number = sequence++;
        unsent.put(number, agenda.nanos());
        Duration delay = delay();
        agenda.after(delay, () -> write(number, requestId, reply));
        if (random.nextDouble() < faults.replyTwice()) {
            agenda.after(delay.plusMillis(random.nextInt(20_000)), () -> write(number, requestId, reply));
        }
    }

    @Override
    public boolean isBehind() {
        return unsent.values().stream()
                .findFirst()
                .filter(since -> agenda.nanos() - since > BEHIND.toNanos())
                .isPresent();
    }

    private Duration delay() {
        if (random.nextDouble() < faults.replyLate()) {
            return DELIVERY.plusMillis(random.nextInt(60_000));
        }
        return faults.network().toBroker(random);
    }

    private void write(long number, String requestId, Reply reply) {
        if (!alive.getAsBoolean()) {
            return;
        }
        unsent.remove(number);
        kafka.append(SimulatedKafka.Source.REPLIES, requestId, input(reply));
    }

    private static Flow.Input input(Reply reply) {
        return switch (reply.kind()) {
            case MARKER -> new Flow.Input.Marker(Replies.toMarker(reply));
            case PURCHASE -> new Flow.Input.Bought(PurchaseReplies.toAnswer(reply));
            case CREATE, LOOK, CANCEL, FINISH, RESEND, SEEN -> new Flow.Input.Occurred(Replies.toEvent(reply));
        };
    }
}
