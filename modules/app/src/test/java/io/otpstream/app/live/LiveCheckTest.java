package io.otpstream.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.PublishedRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

/** What is found out about the simulator, of which it is known what holds. */
class LiveCheckTest {

    /** Then the 120 s that a cancel has to wait are six: time enough for the calls before it on any machine. */
    private static final double SPEED = 20;

    /** Indonesia, for the platform whose numbers get no text but from outside. */
    private static final int NO_TEXT = 6903;

    private static final int TEXT_AT_ONCE = 6901;

    private final List<Finding> told = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @Test
    void allThatTheSimulatorShowsIsConfirmedAndTheMoneyIsBack() throws Exception {
        try (Simulator simulator = start(PublishedRules.ordinary())) {
            LiveReport report =
                    check(simulator, NO_TEXT, 50_000, LiveCheckTest::sleep).run();

            assertThat(report.findings()).containsExactlyInAnyOrderElementsOf(told);
            assertThat(verdicts(report, Verdict.REFUTED)).isEmpty();
            assertThat(verdicts(report, Verdict.UNTESTED)).containsExactly(Assumption.RETRY_AFTER);
            assertThat(report.findings()).hasSize(Assumption.values().length);
            assertThat(report.isGood()).isTrue();
            Ledger ledger = simulator.ledger();
            assertThat(ledger.orders()).hasSize(1);
            assertThat(ledger.totals().spentIdr()).isZero();
            assertThat(ledger.orders().getFirst().status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(told).extracting(Finding::evidence).noneMatch(line -> line.matches(".*\\d{11,}.*"));
        }
    }

    @Test
    void whatDeviatesIsRefuted() throws Exception {
        try (Simulator simulator = start(PublishedRules.ordinary().withCancelAfter(Duration.ZERO))) {
            LiveReport report =
                    check(simulator, NO_TEXT, 50_000, LiveCheckTest::sleep).run();

            assertThat(verdicts(report, Verdict.REFUTED))
                    .contains(Assumption.CANCEL_TOO_EARLY, Assumption.CANCEL_WINDOW);
            assertThat(report.isGood()).isFalse();
            assertThat(report.lostIdr()).isZero();
        }
    }

    @Test
    void nothingIsBoughtThatCostsMore() throws Exception {
        try (Simulator simulator = start(PublishedRules.ordinary())) {
            assertThatThrownBy(() ->
                            check(simulator, NO_TEXT, 1, LiveCheckTest::sleep).run())
                    .isInstanceOf(LiveCheckException.class)
                    .hasMessageContaining("nothing in stock costs at most 1 IDR");
            assertThat(simulator.ledger().orders()).isEmpty();
        }
    }

    @Test
    void whoInterruptsIsToldWhatIsLeft() throws Exception {
        try (Simulator simulator = start(PublishedRules.ordinary().withCancelAfter(Duration.ofMinutes(15)))) {
            LiveReport report =
                    check(simulator, NO_TEXT, 50_000, atMost -> true).run();

            assertThat(report.open())
                    .matches("order \\d+ is still open: it can be cancelled from .*Z on; unused it expires.*");
            assertThat(report.isGood()).isFalse();
            assertThat(verdicts(report, Verdict.UNTESTED))
                    .contains(Assumption.BALANCE_RESTORED, Assumption.REFUND_AMOUNT, Assumption.REPEATED_CANCEL);
            assertThat(progress).anyMatch(line -> line.startsWith("waiting until the order can be cancelled"));
        }
    }

    @Test
    void aTextThatComesMeanwhileIsNoRefund() throws Exception {
        try (Simulator simulator = start(PublishedRules.ordinary())) {
            LiveReport report =
                    check(simulator, TEXT_AT_ONCE, 50_000, LiveCheckTest::sleep).run();

            assertThat(report.open()).contains("can't be given back (CONFLICT with status 409)");
            assertThat(report.lostIdr()).isPositive();
            assertThat(verdicts(report, Verdict.REFUTED)).isEmpty();
            assertThat(report.isGood()).isFalse();
        }
    }

    private LiveCheck check(Simulator simulator, int product, long maxSpendIdr, Pause pause) {
        LiveSettings settings = new LiveSettings(
                simulator.baseUri(), new Password(Simulator.TOKEN), maxSpendIdr, OptionalInt.of(product), SPEED);
        return new LiveCheck(settings, pause, told::add, progress::add);
    }

    private static Simulator start(PublishedRules rules) {
        return Simulator.start(SimulatorSettings.defaults()
                .withDialect(Dialect.PUBLISHED)
                .withSpeed(SPEED)
                .withPublished(rules));
    }

    private static List<Assumption> verdicts(LiveReport report, Verdict verdict) {
        return report.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::assumption)
                .toList();
    }

    private static boolean sleep(Duration atMost) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
        return false;
    }
}
