package io.otpstream.client;

import static io.otpstream.client.ClientFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResendTest {

    private final ClientFixture fixture = ClientFixture.start();
    private final Verification verification = fixture.client.request(
            VerificationRequest.of(1, 6).withHoldSeconds(300),
            RequestOptions.none().withId("r"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anotherCodeComesAfterTheFirst() {
        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", "111111"));
        assertThat(verification.awaitCode(PATIENCE).code()).isEqualTo("111111");

        CompletableFuture<ReceivedCode> second = verification.resend();
        assertThat(fixture.sent(Topics.COMMANDS, 1)).isEqualTo(VerificationCommand.resend());
        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.followUp("r", "222222"));
        assertThat(codeOf(second)).isEqualTo("222222");

        CompletableFuture<ReceivedCode> third = verification.resend();
        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.followUp("r", "333333"));
        assertThat(codeOf(third)).isEqualTo("333333");
        assertThat(verification.awaitCode(PATIENCE).code()).isEqualTo("111111");
    }

    @Test
    void beforeTheFirstCodeItIsTheFirstCodeThatComes() {
        CompletableFuture<ReceivedCode> next = verification.resend();

        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", "111111"));

        assertThat(codeOf(next)).isEqualTo("111111");
    }

    @Test
    void aResendThatTheVendorDoesNotTakeFails() {
        CompletableFuture<ReceivedCode> next = verification.resend();

        fixture.topics.write(
                Topics.ORDERS,
                "r",
                Records.event(OrderEventType.RESEND_REFUSED, "r", 1)
                        .errorCode("NO_TEXT_YET")
                        .build());

        assertThat(Reasons.of(() -> codeOf(next))).isEqualTo(new FailureReason.ResendRefused("NO_TEXT_YET"));
        assertThat(verification.code()).isNotDone();
    }

    @Test
    void soDoesOneOfARequestThatEndsWithoutACode() {
        CompletableFuture<ReceivedCode> next = verification.resend();

        fixture.topics.write(Topics.EXPIRY_RESULTS, "r", Records.ended("r", Outcome.TIMED_OUT));

        assertThat(Reasons.of(() -> codeOf(next))).isEqualTo(new FailureReason.NoCode());
    }

    @Test
    void whereThereWasNoNumberNothingIsSentAgain() {
        fixture.topics.write(Topics.EXPIRY_RESULTS, "r", Records.ended("r", Outcome.NO_STOCK));
        assertThat(Reasons.of(() -> verification.awaitCode(PATIENCE))).isEqualTo(new FailureReason.NoStock());

        assertThatThrownBy(verification::resend)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("request r has no number yet");
    }

    private static String codeOf(CompletableFuture<ReceivedCode> code) {
        try {
            return code.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().code();
        } catch (CompletionException ended) {
            throw ended.getCause() instanceof VerificationFailedException failure ? failure : ended;
        }
    }
}
