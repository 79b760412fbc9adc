package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.ManualTime;
import io.otpstream.simulator.vendor.Outage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(value = Outage.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsNotCarriedOutCostsNothingAndWhatIsIsCharged(Outage.Kind kind) throws InterruptedException {
        simulator.startOutage(Outage.total(kind));

        boolean silent = kind.symptom() == Outage.Symptom.SILENCE;
        assertThat(seenBy("lost", silent ? Duration.ofSeconds(1) : Duration.ofMinutes(1)))
                .isEqualTo(kind.symptom());
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

    private static boolean isReset(@Nullable Throwable failure) {
        return failure != null
                && (String.valueOf(failure.getMessage()).contains("reset") || isReset(failure.getCause()));
    }

    private Outage.Symptom seenBy(String requestId, Duration patience) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = client.rawCreate(1, requestId, patience);
        } catch (HttpTimeoutException silent) {
            return Outage.Symptom.SILENCE;
        } catch (IOException broken) {
            return isReset(broken) ? Outage.Symptom.RESET : Outage.Symptom.HALF;
        }
        boolean html = answer.body().startsWith("<!doctype html>");
        return switch (answer.statusCode()) {
            case 200 -> html ? Outage.Symptom.HTML : Outage.Symptom.PLAIN_TEXT;
            case 429 -> Outage.Symptom.RATE_LIMITED;
            case 500 -> Outage.Symptom.HTTP_500;
            case 502 -> html ? Outage.Symptom.HTTP_502 : Outage.Symptom.NONE;
            case 503 -> Outage.Symptom.HTTP_503;
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
