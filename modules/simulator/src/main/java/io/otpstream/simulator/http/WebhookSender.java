package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Secret;
import io.otpstream.simulator.vendor.Webhooks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one event to the customer's address and signs it. Safe for use by several threads. */
final class WebhookSender implements AutoCloseable {

    static final String SIGNATURE = "X-Webhook-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final String ALGORITHM = "HmacSHA256";

    /** However fast the vendor lives, receivers do not. */
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(SHORTEST_TIMEOUT)
            .build();
    private final Duration timeout;

    /** @param timeout model time that a receiver may take */
    WebhookSender(Duration timeout, ModelClock clock) {
        Duration real = clock.real(timeout);
        this.timeout = real.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : real;
    }

    /**
     * Sends and waits for the answer.
     *
     * @return its status; empty when there was none in time
     */
    Optional<Integer> send(Webhooks.Target target, WebhookBody event) {
        byte[] body = Json.text(event).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        target.secret().ifPresent(secret -> request.header(SIGNATURE, signature(secret, body)));
        try {
            HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
            return Optional.of(answer.statusCode());
        } catch (IOException e) {
            LOG.debug("the webhook's receiver does not answer", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Over the bytes that are sent, as the published contract has it. */
    static String signature(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
