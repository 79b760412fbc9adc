package io.otpstream.client;

import static io.otpstream.client.ClientFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberListenerTest {

    private static final VerificationRequest REQUEST = VerificationRequest.of(1, 6);

    private final ClientFixture fixture = ClientFixture.start();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyNumberIsToldOnceAndTheCodeMayBeAwaitedMeanwhile() throws InterruptedException {
        Verification verification = request((attempt, number) -> told.add(attempt + " " + number.phoneNumber()));

        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, "111"));
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, "111"));
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 2, "222"));

        assertThat(next()).isEqualTo("1 111");
        assertThat(next()).isEqualTo("2 222");
        assertThat(verification.awaitNumber(PATIENCE).phoneNumber()).isEqualTo("111");
        assertThat(told).isEmpty();
    }

    @Test
    void aListenerThatBlocksStopsNeitherItsOwnCodeNorOthers() throws InterruptedException {
        LinkedBlockingQueue<Boolean> goOn = new LinkedBlockingQueue<>();
        Verification blocked = request((attempt, number) -> {
            told.add("entered");
            goOn.take();
        });

        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, "111"));
        assertThat(next()).isEqualTo("entered");
        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", Records.CODE));

        assertThat(blocked.awaitCode(PATIENCE).code()).isEqualTo(Records.CODE);
        goOn.add(true);
    }

    @Test
    void aListenerThatFailsIsSeenByWhoWaitsForTheCodeAndNotCalledAgain() {
        Verification verification = request((attempt, number) -> {
            told.add("called");
            throw new AssertionError("the form has no field for a number");
        });

        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, "111"));
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 2, "222"));

        assertThatExceptionOfType(VerificationFailedException.class)
                .isThrownBy(() -> verification.awaitCode(PATIENCE))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(new FailureReason.ListenerFailed()))
                .withRootCauseInstanceOf(AssertionError.class);
        assertThat(verification.isSettled()).isFalse();
        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", Records.CODE));
        await().atMost(PATIENCE).until(verification::isSettled);
        assertThat(told).containsExactly("called");
    }

    private Verification request(NumberListener listener) {
        return fixture.client.request(REQUEST, RequestOptions.none().withId("r").onNumber(listener));
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
}
