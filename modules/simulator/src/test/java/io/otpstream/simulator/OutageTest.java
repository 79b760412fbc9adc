package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.ManualTime;
import io.otpstream.simulator.vendor.Outage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clock runs a thousand times as fast, so that a connection that is held for 30 s is held for 30 ms. */
class OutageTest extends SimulatorTestBase {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: (\\d+)");

    OutageTest() {
        super(PUNCTUAL.withSpeed(1_000));
    }

    @Test
    void serverErrorsPlaceNoOrder() {
        simulator.startOutage(Outage.total(Outage.Kind.HTTP_500));
        assertThat(client.create(6, 1).status()).isEqualTo(500);
        simulator.startOutage(Outage.total(Outage.Kind.HTTP_503));
        assertThat(client.create(6, 1).errorCode()).isEqualTo("SERVICE_UNAVAILABLE");
        simulator.startOutage(Outage.total(Outage.Kind.RATE_LIMITED));
        Answer limited = client.create(6, 1);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.retryAfter()).isEqualTo("1");
        simulator.endOutage();

        assertThat(simulator.ledger().totals().orders()).isZero();
        assertThat(client.create(6, 1).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(value = Outage.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsNotCarriedOutCostsNothingAndWhatIsIsCharged(Outage.Kind kind) throws IOException {
        simulator.startOutage(Outage.total(kind));

        boolean silent = kind.symptom() == Outage.Symptom.SILENCE;
        assertThat(seenBy("lost", silent ? Duration.ofSeconds(1) : Duration.ofMinutes(1)))
                .isEqualTo(kind.symptom());
        // Silence says nothing of how far the request has come.
        await().until(() -> simulator.requests().size() == 1
                && simulator.ledger().totals().orders() == (kind.carriedOut() ? 1 : 0));
        simulator.endOutage();

        assertThat(simulator.ledger().unansweredCreateRequestIds())
                .isEqualTo(kind.carriedOut() ? List.of("lost") : List.of());
        assertThat(simulator.ledger().totals().spentIdr()).isEqualTo(kind.carriedOut() ? 3_000 : 0);
        assertThat(simulator.requests()).singleElement().satisfies(request -> {
            assertThat(request.at()).isEqualTo(ManualTime.START);
            assertThat(request.call()).isEqualTo(ApiCall.CREATE);
            assertThat(request.requestId()).isEqualTo("lost");
            assertThat(request.fault()).isEqualTo(kind);
        });
        assertThat(client.create(6, 1).status()).isEqualTo(201);
    }

    /**
     * What a customer sees who writes the whole request at once and from then on only reads. Whoever is still writing
     * when the reset arrives may lose it: the failing write uses it up, and the next read finds a plain end.
     */
    private Outage.Symptom seenBy(String requestId, Duration patience) throws IOException {
        byte[] body = "{\"country_id\":6,\"platform_id\":1}".getBytes(StandardCharsets.US_ASCII);
        String head = String.join(
                "\r\n",
                "POST " + simulator.baseUri().getPath() + "/orders HTTP/1.1",
                "Host: " + simulator.baseUri().getAuthority(),
                "Authorization: Bearer " + Simulator.TOKEN,
                "x-request-id: " + requestId,
                "Content-Type: application/json",
                "Content-Length: " + body.length,
                "Connection: close",
                "",
                "");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        try (Socket socket =
                new Socket(simulator.baseUri().getHost(), simulator.baseUri().getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(request.toByteArray());
            return symptom(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException silent) {
            return Outage.Symptom.SILENCE;
        } catch (SocketException broken) {
            assertThat(broken).hasMessageContaining("reset");
            return Outage.Symptom.RESET;
        }
    }

    private static Outage.Symptom symptom(String answer) {
        String[] headAndBody = answer.split("\r\n\r\n", 2);
        assertThat(headAndBody).as("an answer with a head").hasSize(2);
        String head = headAndBody[0].toLowerCase(Locale.ROOT);
        String body = headAndBody[1];
        Matcher promised = CONTENT_LENGTH.matcher(head);
        assertThat(promised.find()).as("the length of the body in %s", head).isTrue();
        if (body.getBytes(StandardCharsets.UTF_8).length < Integer.parseInt(promised.group(1))) {
            return Outage.Symptom.HALF;
        }
        boolean html = body.startsWith("<!doctype html>");
        return switch (head.split(" ", 3)[1]) {
            case "200" -> html ? Outage.Symptom.HTML : Outage.Symptom.PLAIN_TEXT;
            case "429" -> Outage.Symptom.RATE_LIMITED;
            case "500" -> Outage.Symptom.HTTP_500;
            case "502" -> html ? Outage.Symptom.HTTP_502 : Outage.Symptom.NONE;
            case "503" -> Outage.Symptom.HTTP_503;
            default -> Outage.Symptom.NONE;
        };
    }

    @Test
    void hitsTheCallsItIsMeantFor() {
        Answer created = client.create(6, 1);
        client.control("/outage", "{\"kind\":\"http_503\",\"calls\":\"look\"}").data();

        assertThat(client.look(created).status()).isEqualTo(503);
        assertThat(client.create(6, 1).status()).isEqualTo(201);
        client.control("/outage", "{\"kind\":\"none\"}").data();
        assertThat(client.look(created).status()).isEqualTo(200);
    }

    @Test
    void hitsTheShareItIsMeantFor() {
        simulator.startOutage(new Outage(Outage.Kind.HTTP_500, 0.5, Set.of(ApiCall.BALANCE)));

        long failed = IntStream.range(0, 200)
                .map(i -> client.get("/balance").status())
                .filter(status -> status == 500)
                .count();
        // The draws follow from the seed: this can't come out differently.
        assertThat(failed).isBetween(80L, 120L);
    }

    @Test
    void theForcedOutcomeWithoutAnswerAlternates() throws Exception {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.rawCreate(910, "lost"));

        assertThat(client.rawCreate(910, "told").statusCode()).isEqualTo(201);
        assertThat(simulator.ledger().unansweredCreateRequestIds()).containsExactly("lost");
        assertThat(simulator.ledger().totals().orders()).isEqualTo(2);
    }

    @Test
    void closingTheSimulatorLetsGoOfWhoeverIsHeld() {
        Simulator slow = Simulator.start(PUNCTUAL, time);
        try (SimulatorClient caller = new SimulatorClient(slow)) {
            CompletableFuture<Boolean> failed = CompletableFuture.supplyAsync(() -> isCutOff(caller));
            Awaitility.await().until(() -> slow.ledger().totals().orders() == 1);
            assertThat(failed).isNotDone();

            slow.close();

            Awaitility.await().until(failed::isDone);
            assertThat(failed.join()).isTrue();
        } finally {
            slow.close();
        }
    }

    private static boolean isCutOff(SimulatorClient caller) {
        try {
            caller.rawCreate(910, "held");
            return false;
        } catch (IOException expected) {
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
