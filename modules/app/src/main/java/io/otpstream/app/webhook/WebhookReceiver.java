package io.otpstream.app.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server that the API pushes events to. A delivery is answered with 2xx only when Kafka has it. It keeps no
 * access log, and no line of its log holds anything of a delivery. Safe for use by several threads.
 */
public final class WebhookReceiver implements AutoCloseable {

    /** Where deliveries go. */
    public static final String PATH = "/webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final int LARGEST_BODY = 1024 * 1024;

    /** After which a sender that sends nothing is let go. */
    private static final Duration STUCK = Duration.ofSeconds(10);

    private final EventLog events;
    private final DeliveryDesk desk;
    private final ReceiverMetrics metrics = new ReceiverMetrics();
    private final OccasionalLog occasions = new OccasionalLog(InstantSource.system());
    private final ReceiverSettings settings;
    private final Javalin javalin;

    private WebhookReceiver(ReceiverSettings settings, EventLog events) {
        this.settings = settings;
        this.events = events;
        this.desk = new DeliveryDesk(settings.secrets(), events, InstantSource.system());
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Returns once it answers.
     *
     * @param clientConfig of Kafka clients, with {@code bootstrap.servers}; the topic of pushed events has to be there
     * @throws ReceiverStartException when it can't listen there
     * @throws org.apache.kafka.common.KafkaException when the brokers don't answer
     */
    public static WebhookReceiver start(ReceiverSettings settings, Map<String, Object> clientConfig) {
        return start(settings, KafkaEventLog.open(clientConfig));
    }

    /** The same with events kept elsewhere, in what is closed with the receiver. */
    static WebhookReceiver start(ReceiverSettings settings, EventLog events) {
        WebhookReceiver receiver = new WebhookReceiver(settings, events);
        try {
            receiver.javalin.start(settings.host(), settings.port());
            return receiver;
        } catch (JavalinException e) {
            receiver.close();
            throw new ReceiverStartException(settings.host(), settings.port(), e);
        }
    }

    /** Where the API has to be led to, as this machine calls it. */
    public URI uri() {
        String host = settings.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + javalin.port() + PATH);
    }

    /** What it counts, as it is now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return metrics.all();
    }

    @Override
    public void close() {
        javalin.stop();
        events.close();
        metrics.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // Each delivery waits for the broker, and Kafka's producer waits in a way that a virtual thread holds on to its
        // carrier on some JDKs.
        config.concurrency.useVirtualThreads = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setIdleTimeout(STUCK.toMillis());
            http.setSendServerVersion(false);
        });
        config.routes.post(PATH, this::take);
        config.routes.get("/health", ctx -> ctx.contentType("application/json").result("{\"status\":\"up\"}"));
        config.routes.exception(HttpResponseException.class, WebhookReceiver::unserved);
        config.routes.exception(Exception.class, WebhookReceiver::fault);
    }

    private void take(Context ctx) throws IOException, InterruptedException {
        byte[] body = ctx.req().getInputStream().readNBytes(LARGEST_BODY + 1);
        Answer answer = body.length > LARGEST_BODY ? Answer.TOO_LARGE : desk.take(body, ctx.header(Signature.HEADER));
        metrics.answered(answer);
        ctx.status(answer.status());
        if (!answer.code().isEmpty()) {
            occasions
                    .happened(answer)
                    .ifPresent(times -> LOG.warn(
                            "Webhook deliveries refused with {} {} since the last such line: {}",
                            answer.status(),
                            answer.code(),
                            times));
            error(ctx, answer.code(), answer.message());
        }
    }

    private static void unserved(HttpResponseException e, Context ctx) {
        ctx.status(e.getStatus());
        error(ctx, "not_served", "expected POST " + PATH + " or GET /health");
    }

    private static void fault(Exception e, Context ctx) {
        LOG.error("The webhook receiver failed to answer", e);
        ctx.status(500);
        error(ctx, "internal_error", "the receiver failed; its log says why");
    }

    private static void error(Context ctx, String code, String message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("error").put("code", code).put("message", message);
        ctx.contentType("application/json").result(answer.toString());
    }
}
