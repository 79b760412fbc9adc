package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.client.FailureReason;
import io.otpstream.client.Halt;
import io.otpstream.client.OtpClient;
import io.otpstream.client.ReceivedCode;
import io.otpstream.client.RentedNumber;
import io.otpstream.client.RequestOptions;
import io.otpstream.client.SuccessRatesTable;
import io.otpstream.client.Suspect;
import io.otpstream.client.Verification;
import io.otpstream.client.VerificationFailedException;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Java program with the client, against the whole sandbox. The world runs ten times as fast. */
@ExtendWith(KafkaFixture.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaClientTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double SPEED = 10;
    private static final int INDONESIA = 6;

    /** Dearer than what refunds of the other tests could pay for. */
    private static final int BRITAIN = 2;

    private static final int INDIA = 8;
    private static final int CODE_AT_ONCE = 901;

    /** Nobody texts its numbers but the test. */
    private static final int NO_CODE = 903;

    private static final int UNAVAILABLE = 906;
    private static final long PLENTY_IDR = 10_000_000;

    /** Long enough for a slow machine to text the number. */
    private static final VerificationRequest REQUEST =
            VerificationRequest.of(NO_CODE, INDONESIA).withTimeoutSeconds(600);

    private final List<Optional<SuccessRates>> shown = new ArrayList<>();
    private LocalStack stack;
    private OtpClient client;

    @BeforeAll
    void start() throws InterruptedException {
        stack = LocalStack.start(new LocalStackSettings(Dialect.GUIDE, 0, 0, SPEED, Optional.of(7L), List.of()));
        client = OtpClient.connect(stack.bootstrapServers());
    }

    @AfterAll
    void stop() {
        client.close();
        stack.close();
    }

    @Test
    void aProgramGetsANumberAndItsCode() {
        Map<String, String> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());
        SignUpForm form = new SignUpForm();
        // snippet:first-program
        try (OtpClient otpstream = OtpClient.connect(kafka)) {
            Verification verification =
                    otpstream.request(VerificationRequest.of(903, 6).withMaxPriceIdr(20_000));
            RentedNumber number = verification.awaitNumber(Duration.ofMinutes(1));
            form.enterNumber(number.international());
            ReceivedCode code = verification.awaitCode(Duration.ofMinutes(2));
            form.enterCode(code.code());
        }
        // end:first-program
        assertThat(form.accepted).isTrue();
    }

    @Test
    void aNumberWithoutATextPointsAtTheProduct() {
        Verification verification = client.request(REQUEST.withTimeoutSeconds(10));
        String number = verification.awaitNumber(PATIENCE).phoneNumber();

        VerificationFailedException failure = failure(verification);

        assertThat(failure.reason()).isEqualTo(new FailureReason.NoCode());
        assertThat(failure.reason().suspect()).isEqualTo(Suspect.PRODUCT);
        assertThat(failure)
                .hasMessageStartingWith("request " + verification.id() + ": no code came")
                .hasMessageContaining("countries 6; orders: 1, 3000 IDR")
                .hasMessageContaining("attempt 1 in country 6: timed_out at 3000 IDR");
        assertThat(failure.getMessage()).doesNotContain(number);
        assertThat(verification.isSettled()).isTrue();
    }

    @Test
    void noStockPointsAtTheNumbers() {
        VerificationFailedException failure = failure(client.request(VerificationRequest.of(UNAVAILABLE, INDONESIA)));

        assertThat(failure.reason()).isEqualTo(new FailureReason.NoStock());
        assertThat(failure.reason().suspect()).isEqualTo(Suspect.NUMBERS);
        assertThat(failure.orderedIdr()).isZero();
    }

    @Test
    void aPriceAboveTheLimitIsNoMissingStock() {
        assertThat(failure(client.request(REQUEST.withMaxPriceIdr(1))).reason())
                .isEqualTo(new FailureReason.PriceAboveLimit());
    }

    @Test
    void whatIsWithdrawnEnds() {
        Verification verification = client.request(REQUEST);
        verification.awaitNumber(PATIENCE);

        verification.withdraw();

        assertThat(failure(verification).reason()).isEqualTo(new FailureReason.Withdrawn());
    }

    @Test
    void twoRequestsAtOnceGetEachItsOwnCode() {
        Verification one = client.request(REQUEST);
        Verification two = client.request(REQUEST);
        RentedNumber numberOfOne = one.awaitNumber(PATIENCE);
        RentedNumber numberOfTwo = two.awaitNumber(PATIENCE);

        text(numberOfTwo, "222222");
        text(numberOfOne, "111111");

        assertThat(one.awaitCode(PATIENCE).code()).isEqualTo("111111");
        assertThat(two.awaitCode(PATIENCE).code()).isEqualTo("222222");
    }

    @Test
    void aRefusedNumberIsFollowedByAnother() throws InterruptedException {
        BlockingQueue<RentedNumber> numbers = new LinkedBlockingQueue<>();
        // snippet:second-number
        Verification verification = client.request(
                VerificationRequest.of(903, 6).withMaxAttempts(2),
                RequestOptions.none().onNumber((attempt, number) -> numbers.add(number)));
        // end:second-number
        RentedNumber refused = next(numbers);

        verification.numberRejected();
        RentedNumber second = next(numbers);
        text(second, "333333");

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.phoneNumber()).isNotEqualTo(refused.phoneNumber());
        assertThat(verification.awaitCode(PATIENCE).code()).isEqualTo("333333");
    }

    @Test
    void anEmptyBalanceIsNamedAndTheRequestGoesOnWhenThereIsMoney() {
        stack.simulator().setBalance(0);
        try {
            Verification verification = client.request(VerificationRequest.of(NO_CODE, BRITAIN));

            await().atMost(PATIENCE)
                    .until(() ->
                            whyNoNumberYet(verification) instanceof FailureReason.OrdersHalted(Halt halt, var alert)
                                    && halt == Halt.BALANCE_EMPTY);
            stack.simulator().setBalance(PLENTY_IDR);

            text(verification.awaitNumber(PATIENCE), "444444");
            assertThat(verification.awaitCode(PATIENCE).code()).isEqualTo("444444");
        } finally {
            stack.simulator().setBalance(PLENTY_IDR);
        }
    }

    @Test
    void successRatesAreATable() {
        client.request(VerificationRequest.of(CODE_AT_ONCE, INDIA)).awaitCode(PATIENCE);
        Map<String, String> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());

        try (SuccessRatesTable rates = SuccessRatesTable.connect(kafka)) {
            rates.awaitLoaded(PATIENCE);
            await().atMost(PATIENCE)
                    .until(() -> hasOneCode(rates.get(INDIA)) && hasOneCode(rates.get(INDIA, CODE_AT_ONCE)));
        }

        // snippet:rates
        try (SuccessRatesTable rates = SuccessRatesTable.connect(kafka)) {
            rates.awaitLoaded(Duration.ofSeconds(30));
            show(rates.get(8), rates.get(8, 901));
        }
        // end:rates
        assertThat(shown).hasSize(2).allMatch(JavaClientTest::hasOneCode);
    }

    @Test
    void whereNothingRunsNothingIsHeard(KafkaCluster kafka) {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
        kafka.createTopics();
        try (OtpClient alone = OtpClient.connect(config)) {
            Verification verification = alone.request(REQUEST);

            assertThat(whyNoNumberYet(verification)).isInstanceOf(FailureReason.NoAnswer.class);
            assertThat(verification.isSettled()).isFalse();
        }
    }

    private void show(Optional<SuccessRates> country, Optional<SuccessRates> platform) {
        shown.add(country);
        shown.add(platform);
    }

    private static boolean hasOneCode(Optional<SuccessRates> rates) {
        return rates.filter(row -> row.codes() == 1).isPresent();
    }

    private void text(RentedNumber number, String code) {
        stack.simulator().text(number.international(), "Your code is " + code);
    }

    private static RentedNumber next(BlockingQueue<RentedNumber> numbers) throws InterruptedException {
        RentedNumber number = numbers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(number).as("the next number").isNotNull();
        return number;
    }

    private static VerificationFailedException failure(Verification verification) {
        return catchThrowableOfType(VerificationFailedException.class, () -> verification.awaitCode(PATIENCE));
    }

    private static FailureReason whyNoNumberYet(Verification verification) {
        return catchThrowableOfType(
                        VerificationFailedException.class, () -> verification.awaitNumber(Duration.ofMillis(100)))
                .reason();
    }

    /** The application under test: texts a number, and takes the code that it texted. */
    private final class SignUpForm {

        private static final String CODE = "847291";

        private boolean accepted;

        void enterNumber(String number) {
            stack.simulator().text(number, "Your code is " + CODE);
        }

        void enterCode(String code) {
            accepted = code.equals(CODE);
        }
    }
}
