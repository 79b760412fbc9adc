package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Outage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The clock runs a thousand times as fast, so that a connection that is held for 30 s is held for 30 ms. */
class OutageTest extends SimulatorTestBase {

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

    @Test
    void aResetPlacesNoOrder() {
        simulator.startOutage(Outage.total(Outage.Kind.RESET));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.rawCreate(1, "r"));
        simulator.endOutage();
        assertThat(simulator.ledger().totals().orders()).isZero();
        assertThat(client.get("/balance").status()).isEqualTo(200);
    }

    @Test
    void noAnswerHidesWhatWasDone() {
        simulator.startOutage(Outage.total(Outage.Kind.NO_ANSWER));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.rawCreate(1, "lost"));
        simulator.endOutage();
        assertThat(simulator.ledger().unansweredCreateRequestIds()).containsExactly("lost");
        assertThat(simulator.ledger().totals().spentIdr()).isEqualTo(3_000);
    }

    @Test
    void anAnswerThatIsNotJson() throws Exception {
        simulator.startOutage(Outage.total(Outage.Kind.NOT_JSON));

        HttpResponse<String> answer = client.rawCreate(1, "lost");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!doctype html>");
        assertThat(simulator.ledger().unansweredCreateRequestIds()).containsExactly("lost");
    }

    @Test
    void anAnswerThatBreaksOff() {
        simulator.startOutage(Outage.total(Outage.Kind.TRUNCATED));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.rawCreate(1, "lost"));
        assertThat(simulator.ledger().unansweredCreateRequestIds()).containsExactly("lost");
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
