package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.AbuseRules;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.ManualTime;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.PublishedRules;
import io.otpstream.simulator.vendor.WebhookRules;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    @Test
    void saysWhereItListens() {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            int port = simulator.baseUri().getPort();
            assertThat(simulator.baseUri()).hasToString("http://127.0.0.1:" + port + "/v1");
            assertThat(simulator.controlUri()).hasToString("http://127.0.0.1:" + port + "/simulator");
        }
    }

    @Test
    void aTakenPortIsSaidClearly() {
        try (Simulator first = Simulator.start(SimulatorSettings.defaults())) {
            int port = first.baseUri().getPort();
            assertThatExceptionOfType(SimulatorStartException.class)
                    .isThrownBy(
                            () -> Simulator.start(SimulatorSettings.defaults().withPort(port)))
                    .withMessageContaining("port " + port)
                    .withMessageContaining("taken");
        }
    }

    @Test
    void onTheRealClockSpeedShortensTheWait() {
        SimulatorSettings fast = SimulatorSettings.defaults().withSpeed(200);
        try (Simulator simulator = Simulator.start(fast);
                SimulatorClient client = new SimulatorClient(simulator)) {
            Answer created = client.create(6, 902);

            // 40 s of the vendor are 0.2 s here.
            Awaitility.await()
                    .until(() -> simulator.ledger().orders().getFirst().status() == OrderStatus.COMPLETED);
            assertThat(client.look(created).data().path("otp_code").textValue()).isNotEmpty();
        }
    }

    @Test
    void manyCustomersAtOnceGetNumbersOfTheirOwnAndNoSlidingMinutePassesTheLimit() {
        int limit = 60;
        int requests = 100;
        // A clock that stands still: all requests are in one minute, however slow the machine is.
        try (Simulator simulator =
                        Simulator.start(SimulatorSettings.defaults().withRequestsPerMinute(limit), new ManualTime());
                SimulatorClient client = new SimulatorClient(simulator);
                ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> calls = IntStream.range(0, requests)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.create(6, 903), customers))
                    .toList();
            List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

            List<String> numbers = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .map(answer -> answer.data().path("phone_number").textValue())
                    .toList();
            assertThat(numbers).hasSize(limit).doesNotHaveDuplicates();
            assertThat(simulator.ledger().totals()).satisfies(totals -> {
                assertThat(totals.orders()).isEqualTo(numbers.size());
                assertThat(totals.spentIdr()).isEqualTo(numbers.size() * 3_000L);
                assertThat(totals.requests()).isEqualTo(requests);
                assertThat(totals.requests429OverLimit()).isEqualTo(requests - limit);
            });
        }
    }

    @Test
    void programsDoByMethodsWhatPeopleDoByHttp() {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults());
                SimulatorClient client = new SimulatorClient(simulator)) {
            Answer created = client.create(6, 903);
            String number = created.data().path("phone_number").textValue();

            assertThat(simulator.text(number, "Your code is 1234")).isEqualTo(OrderStatus.COMPLETED);
            simulator.deposit(3_000);
            assertThat(simulator.ledger().totals().balanceIdr()).isEqualTo(10_000_000);
            simulator.setStock(6, 1, 0);
            assertThat(client.create(6, 1).errorCode()).isEqualTo("PRODUCT_UNAVAILABLE");
            simulator.revokeToken(Simulator.TOKEN);
            assertThat(client.get("/balance").status()).isEqualTo(401);
        }
    }

    @Test
    void keepsTheGuideUnlessItIsToldToKeepThePublishedContract() {
        SimulatorSettings settings = SimulatorSettings.defaults();
        try (Simulator guide = Simulator.start(settings);
                Simulator published = Simulator.start(settings.withDialect(Dialect.PUBLISHED))) {
            assertThat(guide.dialect()).isEqualTo(Dialect.GUIDE);
            assertThat(published.dialect()).isEqualTo(Dialect.PUBLISHED);
        }
    }

    @Test
    void publishedRulesThatMakeNoSenseNameTheField() {
        PublishedRules rules = PublishedRules.ordinary();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.withCancelAfter(Duration.ofSeconds(-1)))
                .withMessageStartingWith("cancelAfter:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.withCancelsPerDay(-1))
                .withMessageStartingWith("cancelsPerDay:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.withResendCooldown(Duration.ofSeconds(-1)))
                .withMessageStartingWith("resendCooldown:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.withKeyRetention(Duration.ZERO))
                .withMessageStartingWith("keyRetention:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AbuseRules(0, 0.5, Duration.ofHours(1)))
                .withMessageStartingWith("orders:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AbuseRules(1, 1.5, Duration.ofHours(1)))
                .withMessageStartingWith("failedShare:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookRules.ordinary().withMischief(2, Duration.ZERO))
                .withMessageStartingWith("duplicates:");
    }

    @Test
    void settingsThatMakeNoSenseNameTheField() {
        SimulatorSettings settings = SimulatorSettings.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withSpeed(0.5))
                .withMessageStartingWith("speed:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withPort(65_536))
                .withMessageStartingWith("port:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withHost(" "))
                .withMessageStartingWith("host:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withRequestsPerMinute(0))
                .withMessageStartingWith("requestsPerMinute:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withOrderLifetime(Duration.ZERO))
                .withMessageStartingWith("orderLifetime:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withStartBalanceIdr(-1))
                .withMessageStartingWith("startBalanceIdr:");
    }
}
