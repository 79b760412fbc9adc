package io.otpstream.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.streams.watch.PushedEvent;
import io.otpstream.streams.watch.PushedEvent.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API meets when it pushes an event. */
class WebhookReceiverTest {

    private static final String SECRET = "a secret of the tests";

    private static final String TEXT = """
            {"event":"order.otp_received","timestamp":"2026-11-26T01:02:03Z","data":{"order_id":4711,\
            "phone_number":"+6281234567890","otp_code":"847291","otp_message":"Your code is 847291","sms_revision":2,\
            "product_id":5,"country":null,"platform":null,"capabilities":{}}}""";

    /** Keeps what it is given, unless it is broken. */
    private static final class FakeEvents implements EventLog {

        private final List<PushedEvent> written = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        @Override
        public boolean write(PushedEvent event) {
            if (!broken) {
                written.add(event);
            }
            return !broken;
        }

        @Override
        public void close() {}
    }

    private final FakeEvents events = new FakeEvents();
    private final HttpClient http = HttpClient.newHttpClient();
    private WebhookReceiver receiver = start(SecretSource.fixed(SECRET));

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        receiver.close();
        http.close();
    }

    @Test
    void aSignedEventIsKeptWithAllThatItSays() {
        assertThat(post(TEXT, signed(TEXT)).statusCode()).isEqualTo(204);

        assertThat(events.written)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("receivedAt")
                .containsExactly(
                        PushedEvent.of(Kind.OTP_RECEIVED, "4711", 2, "847291", "Your code is 847291", Instant.MIN));
    }

    @Test
    void theSignatureIsOverTheBytesAndNotOverWhatTheyMean() {
        String spaced = TEXT.replace(":", ": ");

        assertThat(post(spaced, signed(TEXT))).satisfies(answer -> refused(answer, 401, "signature_wrong"));
        assertThat(post(spaced, signed(spaced)).statusCode()).isEqualTo(204);
        assertThat(events.written).hasSize(1);
    }

    @Test
    void whoDoesNotKnowTheSecretIsRefused() {
        String forged = Signature.format(WebhookSecret.of("another").sign(utf8(TEXT)));

        assertThat(post(TEXT, forged)).satisfies(answer -> refused(answer, 401, "signature_wrong"));
        assertThat(post(TEXT, null)).satisfies(answer -> refused(answer, 401, "signature_missing"));
        assertThat(post(TEXT, "sha256=00")).satisfies(answer -> refused(answer, 401, "signature_missing"));
        assertThat(post(TEXT, signed(TEXT).replace("sha256=", "sha1=")))
                .satisfies(answer -> refused(answer, 401, "signature_missing"));
        assertThat(events.written).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsToBeSentAgain() {
        events.broken = true;
        assertThat(post(TEXT, signed(TEXT))).satisfies(answer -> refused(answer, 503, "not_written"));

        events.broken = false;
        assertThat(post(TEXT, signed(TEXT)).statusCode()).isEqualTo(204);
        assertThat(events.written).hasSize(1);
    }

    @Test
    void whatSaysNothingOfAnOrderIsTakenAndForgotten() {
        for (String body : List.of(
                "{\"event\":\"webhook.test\",\"timestamp\":null,\"data\":{\"message\":\"hello\"}}",
                "{\"event\":\"order.paused\",\"data\":{\"order_id\":1}}",
                "{\"event\":null,\"data\":null}",
                "{\"event\":\"order.expired\",\"data\":{\"order_id\":null}}",
                "{}")) {
            assertThat(post(body, signed(body)).statusCode()).as(body).isEqualTo(204);
        }
        assertThat(events.written).isEmpty();
    }

    @Test
    void fieldsMayBeMissingNullOrOfAnotherType() {
        String bare =
                "{\"event\":\"order.canceled\",\"timestamp\":17,\"data\":{\"order_id\":\"9\",\"sms_revision\":\"x\","
                        + "\"phone_number\":{},\"otp_code\":\"\"}}";

        assertThat(post(bare, signed(bare)).statusCode()).isEqualTo(204);

        assertThat(events.written)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("receivedAt")
                .containsExactly(PushedEvent.of(Kind.CANCELED, "9", null, null, null, Instant.MIN));
    }

    @Test
    void whatIsNotAJsonObjectIsRefused() {
        for (String body : List.of("", "event=order.expired", "{\"event\":", "[]", "null")) {
            assertThat(post(body, signed(body))).as(body).satisfies(answer -> refused(answer, 400, "not_json"));
        }
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefusedWhetherItSaysSoOrNot() {
        byte[] huge = new byte[1024 * 1024 + 1];

        assertThat(send(BodyPublishers.ofByteArray(huge), signed("")))
                .satisfies(answer -> refused(answer, 413, "body_too_large"));
        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)), signed("")))
                .satisfies(answer -> refused(answer, 413, "body_too_large"));
    }

    @Test
    void twoSecretsHoldWhileOneTakesTheOthersPlace() throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "old secret\n" + SECRET + "\n");
        receiver.close();
        receiver = start(SecretSource.file(file));
        String old = Signature.format(WebhookSecret.of("old secret").sign(utf8(TEXT)));

        assertThat(post(TEXT, old).statusCode()).isEqualTo(204);
        assertThat(post(TEXT, signed(TEXT)).statusCode()).isEqualTo(204);

        Files.writeString(file, SECRET);
        assertThat(post(TEXT, old)).satisfies(answer -> refused(answer, 401, "signature_wrong"));
        assertThat(post(TEXT, signed(TEXT)).statusCode()).isEqualTo(204);

        Files.delete(file);
        assertThat(post(TEXT, signed(TEXT))).satisfies(answer -> refused(answer, 503, "secret_unavailable"));
    }

    @Test
    void healthSaysThatItRunsAndNothingElse() throws Exception {
        URI health = receiver.uri().resolve("/health");

        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void whatBecameOfDeliveriesIsCounted() {
        post(TEXT, signed(TEXT));
        post(TEXT, null);
        post(TEXT, null);

        assertThat(count("written")).isEqualTo(1.0);
        assertThat(count("not_signed")).isEqualTo(2.0);
        assertThat(count("forged")).isEqualTo(0.0);
    }

    private Object count(String answer) {
        return receiver.metrics().entrySet().stream()
                .filter(each -> each.getKey().name().equals(ReceiverMetrics.DELIVERIES))
                .filter(each -> answer.equals(each.getKey().tags().get("answer")))
                .map(each -> each.getValue().metricValue())
                .findFirst()
                .orElseThrow();
    }

    private WebhookReceiver start(SecretSource secrets) {
        return WebhookReceiver.start(new ReceiverSettings("127.0.0.1", 0, secrets), events);
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("847291");
    }

    private static String signed(String body) {
        return Signature.format(WebhookSecret.of(SECRET).sign(utf8(body)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String body, @Nullable String signature) {
        return send(BodyPublishers.ofString(body), signature);
    }

    private HttpResponse<String> send(BodyPublisher body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.uri()).POST(body);
        if (signature != null) {
            request.header("X-Webhook-Signature", signature);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the receiver doesn't answer", e);
        }
    }
}
