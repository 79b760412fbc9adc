package io.otpstream.client;

import io.otpstream.contract.VerificationRequest;
import io.otpstream.contract.clients.ClientConfig;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/**
 * Asks otpstream for numbers and codes. One client serves a whole program: it has one producer, and one consumer on one
 * thread for all its requests, without a group and with {@code read_committed}. Safe for use by several threads.
 *
 * <p>Closing a client withdraws nothing: requests go on, and may be paid for. {@link #withdrawOpen} ends them.
 */
public final class OtpClient implements AutoCloseable {

    private static final int ONE_ORDER = 1;

    private final LongSupplier nanoClock;
    private final PipelineSigns signs = new PipelineSigns();
    private final OpenVerifications open;
    private final RequestSender sender;
    private final TopicFeed feed;
    private final ExecutorService callbacks = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("otpstream-client-callback-", 1).daemon().factory());
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Connection connection = new ThisClient();

    /** Takes over both; the consumer is closed if this fails. */
    OtpClient(
            Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            Duration patience,
            LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.open = new OpenVerifications(signs, nanoClock);
        this.sender = new RequestSender(producer);
        this.feed = TopicFeed.start("otpstream-client", consumer, OpenVerifications.READS, patience, open);
    }

    /**
     * Connects, and returns when it is noted where the topics end: nothing about a request of this client is missed.
     *
     * @param kafkaProperties what every Kafka client is given, {@code bootstrap.servers} included; what concerns groups,
     *     transactions, partitioning and acknowledgement is decided here
     * @throws KafkaException within {@code default.api.timeout.ms} (10 s unless given) when the brokers don't answer, or a
     *     topic is missing
     */
    public static OtpClient connect(Map<String, ?> kafkaProperties) {
        ClientConfig config = ClientConfig.of(kafkaProperties, "otpstream-client");
        Producer<String, byte[]> producer = RequestSender.producer(config);
        try {
            return new OtpClient(TopicFeed.consumer(config), producer, config.patience(), System::nanoTime);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Connects with nothing but the addresses, as in {@code localhost:9092}. */
    public static OtpClient connect(String bootstrapServers) {
        return connect(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Asks for one number and its code, under an id that is made up: one order, whatever {@code max_attempts} says. */
    public Verification request(VerificationRequest request) {
        return request(request, RequestOptions.none());
    }

    /**
     * Asks for a number and its code. Returns before the brokers have the request; may block for {@code max.block.ms} (10 s
     * unless given) while they can't be reached. If they don't acknowledge it the verification fails.
     *
     * @throws IllegalArgumentException if a request of the same id is open in this client
     * @throws IllegalStateException after {@link #close}
     */
    public Verification request(VerificationRequest request, RequestOptions options) {
        if (closed.get()) {
            throw new IllegalStateException("the client is closed");
        }
        VerificationRequest sent = options.listener().isPresent() ? request : request.withMaxAttempts(ONE_ORDER);
        String id = options.id().orElseGet(() -> UUID.randomUUID().toString());
        Verification verification = new Verification(id, sent, options, connection);
        if (open.add(verification)) {
            send(verification, options);
        }
        return verification;
    }

    /**
     * Withdraws every request that is open. Returns when the brokers have it; the requests end a little later.
     *
     * @throws KafkaException if they don't acknowledge a withdrawal; the remaining ones are not tried then
     */
    public void withdrawOpen() {
        open.all().forEach(Verification::withdraw);
    }

    /**
     * Ends what waits for open requests with {@link FailureReason.ClientClosed}; the requests themselves go on.
     *
     * @throws org.apache.kafka.common.errors.InterruptException when interrupted; everything is closed then, too
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                sender.close();
            } finally {
                feed.close();
                open.endAll(new FailureReason.ClientClosed(), null);
                callbacks.shutdown();
            }
        }
    }

    private void send(Verification verification, RequestOptions options) {
        try {
            sender.send(verification.id(), verification.request(), options.traceparent(), failure -> {
                open.remove(verification);
                verification.events().fail(new FailureReason.NotSent(String.valueOf(failure.getMessage())), failure);
            });
        } catch (RuntimeException notSent) {
            open.remove(verification);
            throw notSent;
        }
    }

    private final class ThisClient implements Connection {

        @Override
        public RequestSender sender() {
            return sender;
        }

        @Override
        public PipelineSigns signs() {
            return signs;
        }

        @Override
        public long nanoTime() {
            return nanoClock.getAsLong();
        }

        @Override
        public void callBack(Runnable task) {
            try {
                callbacks.execute(task);
            } catch (RejectedExecutionException closed) {
                // Who still waits has to be told.
                task.run();
            }
        }

        @Override
        public void listen(Verification verification) {
            open.add(verification);
        }
    }
}
