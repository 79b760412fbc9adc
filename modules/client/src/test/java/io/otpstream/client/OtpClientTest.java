package io.otpstream.client;

import static io.otpstream.client.ClientFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.InvalidFieldException;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtpClientTest {

    private static final VerificationRequest REQUEST = VerificationRequest.of(1, 6, 7);
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final ClientFixture fixture = ClientFixture.start();
    private final OtpClient client = fixture.client;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRequestGoesOutUnderItsIdForOneOrder() {
        Verification verification = client.request(REQUEST);

        assertThat(fixture.producer.history().getFirst().key()).isEqualTo(verification.id());
        assertThat(fixture.sent(Topics.REQUESTS, 0)).isEqualTo(REQUEST.withMaxAttempts(1));
    }

    @Test
    void withAListenerAsManyOrdersMayBePlacedAsItSays() {
        client.request(
                REQUEST.withMaxAttempts(3), RequestOptions.none().withId("r").onNumber((attempt, number) -> {}));

        assertThat(fixture.producer.history().getFirst().key()).isEqualTo("r");
        assertThat(fixture.sent(Topics.REQUESTS, 0).maxAttempts()).isEqualTo(3);
    }

    @Test
    void theNumberComesAndThenTheCode() {
        Verification verification = request("r");

        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, Records.NUMBER));
        RentedNumber number = verification.awaitNumber(PATIENCE);
        assertThat(number.phoneNumber()).isEqualTo(Records.NUMBER);
        assertThat(number.international()).isEqualTo("+" + Records.NUMBER);
        assertThat(verification.isSettled()).isFalse();

        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", Records.CODE));
        ReceivedCode code = verification.awaitCode(PATIENCE);
        assertThat(code.code()).isEqualTo(Records.CODE);
        assertThat(code.priceIdr()).isEqualTo(Records.PRICE);
        assertThat(verification.isSettled()).isTrue();
        assertThat(number.toString() + code).doesNotContain(Records.NUMBER).doesNotContain(Records.CODE);
    }

    @Test
    void aCodeThatIsReadBeforeItsOrderBringsTheNumber() {
        Verification verification = request("r");

        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", Records.CODE));

        assertThat(verification.awaitNumber(PATIENCE).phoneNumber()).isEqualTo(Records.NUMBER);
    }

    @Test
    void whoGoesOnFromTheNumberMayWaitForTheCode() throws Exception {
        Verification verification = request("r");
        CompletableFuture<String> code = verification
                .number()
                .thenApply(number -> verification.awaitCode(PATIENCE).code());

        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", Records.CODE));

        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Records.CODE);
    }

    @Test
    void twoRequestsGetEachItsOwn() {
        Verification one = request("one");
        Verification two = request("two");

        fixture.topics.write(Topics.OTP_RESULTS, "two", Records.code("two", "222222"));
        fixture.topics.write(Topics.OTP_RESULTS, "other", Records.code("other", "333333"));
        fixture.topics.write(Topics.OTP_RESULTS, "one", Records.code("one", "111111"));

        assertThat(one.awaitCode(PATIENCE).code()).isEqualTo("111111");
        assertThat(two.awaitCode(PATIENCE).code()).isEqualTo("222222");
    }

    @Test
    void aFollowUpOfAnEarlierRequestOfTheSameIdIsNoCodeOfThisOne() {
        Verification verification = request("r");

        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.followUp("r", "111111"));
        fixture.topics.write(Topics.OTP_RESULTS, "r", Records.code("r", "222222"));

        assertThat(verification.awaitCode(PATIENCE).code()).isEqualTo("222222");
    }

    @Test
    void anEndWithoutCodeIsThrownToWhoWaitsForEither() {
        Verification verification = request("r");

        fixture.topics.write(Topics.EXPIRY_RESULTS, "r", Records.ended("r", Outcome.NO_STOCK));

        assertThatExceptionOfType(VerificationFailedException.class)
                .isThrownBy(() -> verification.awaitNumber(PATIENCE))
                .satisfies(
                        failure -> assertThat(failure.reason()).isEqualTo(new FailureReason.NoStock()),
                        failure -> assertThat(failure.requestId()).isEqualTo("r"));
        assertThat(reason(verification)).isEqualTo(new FailureReason.NoStock());
        assertThat(verification.number()).isCompletedExceptionally();
    }

    @Test
    void aTraceGoesOutWithTheRequestAndItsCommandsAndComesBack() {
        Verification verification =
                client.request(REQUEST, RequestOptions.none().withId("r").withTraceparent(TRACEPARENT));
        verification.withdraw();
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", TRACEPARENT.getBytes(StandardCharsets.UTF_8));
        fixture.topics.write(Topics.OTP_RESULTS, 0, "r", Records.code("r", Records.CODE), headers);

        assertThat(fixture.producer.history()).hasSize(2).allSatisfy(record -> assertThat(
                        record.headers().lastHeader("traceparent").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(TRACEPARENT));
        assertThat(verification.awaitCode(PATIENCE).traceparent()).isEqualTo(TRACEPARENT);
    }

    @Test
    void whatIsSaidAboutANumberIsMeantForItsAttempt() {
        Verification verification = request("r");
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 2, Records.NUMBER));
        verification.awaitNumber(PATIENCE);

        verification.smsRequested();
        verification.numberRejected();
        verification.withdraw();

        assertThat(fixture.sent(Topics.COMMANDS, 1))
                .isEqualTo(VerificationCommand.smsRequested().forAttempt(2));
        assertThat(fixture.sent(Topics.COMMANDS, 2))
                .isEqualTo(VerificationCommand.numberRejected().forAttempt(2));
        assertThat(fixture.sent(Topics.COMMANDS, 3)).isEqualTo(VerificationCommand.withdraw());
        assertThat(fixture.producer.history().get(3).key()).isEqualTo("r");
    }

    @Test
    void beforeTheFirstNumberThereIsNothingToSayAboutIt() {
        Verification verification = request("r");

        assertThatThrownBy(verification::smsRequested)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("request r has no number yet");
    }

    @Test
    void aRequestThatIsNotAcknowledgedFails() {
        try (ClientFixture silent = ClientFixture.withSilentBrokers()) {
            Verification verification = silent.client.request(REQUEST);
            silent.producer.errorNext(new TimeoutException("expired in the queue"));

            assertThat(reason(verification)).isEqualTo(new FailureReason.NotSent("expired in the queue"));
            assertThat(silent.client.request(REQUEST, RequestOptions.none().withId(verification.id())))
                    .isNotSameAs(verification);
        }
    }

    @Test
    void soDoesOneThatTheProducerDoesNotTake() {
        fixture.producer.sendException = new TopicAuthorizationException("verification.requests");

        assertThat(reason(client.request(REQUEST))).isInstanceOf(FailureReason.NotSent.class);
    }

    @Test
    void aCommandThatIsNotAcknowledgedIsThrown() {
        Verification verification = request("r");
        fixture.producer.sendException = new TimeoutException("no leader");

        assertThatThrownBy(verification::withdraw).isInstanceOf(KafkaException.class);
    }

    @Test
    void whenTheTopicsCannotBeReadNobodyWaitsForThemAnyMore() {
        Verification before = request("before");

        fixture.topics.consumer().setPollException(new TopicAuthorizationException("Not authorized"));

        assertThat(reason(before)).isEqualTo(new FailureReason.ReadingFailed("Not authorized"));
        assertThat(reason(request("after"))).isEqualTo(new FailureReason.ReadingFailed("Not authorized"));
        assertThat(fixture.producer.history()).hasSize(1);
    }

    @Test
    void aRecordThatCannotBeReadEndsItsRequestAndNoOther() {
        Verification one = request("one");
        Verification two = request("two");

        byte[] broken = "{\"code\":847291".getBytes(StandardCharsets.UTF_8);
        fixture.topics.writeBytes(Topics.OTP_RESULTS, 0, "one", broken, new RecordHeaders());
        fixture.topics.write(Topics.OTP_RESULTS, "two", Records.code("two", Records.CODE));

        assertThatExceptionOfType(VerificationFailedException.class)
                .isThrownBy(() -> one.awaitCode(PATIENCE))
                .withMessageContaining("verification.otp-results")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(Records.CODE));
        assertThat(two.awaitCode(PATIENCE).code()).isEqualTo(Records.CODE);
    }

    @Test
    void closingEndsTheWaitingAndNotTheRequests() {
        Verification verification = request("r");

        client.close();

        assertThat(reason(verification)).isEqualTo(new FailureReason.ClientClosed());
        assertThat(fixture.producer.history()).hasSize(1);
        assertThat(fixture.producer.closed()).isTrue();
        assertThat(fixture.topics.consumer().closed()).isTrue();
        assertThatThrownBy(() -> client.request(REQUEST)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsOpenCanBeWithdrawnAtOnce() {
        Verification settled = request("settled");
        request("open");
        fixture.topics.write(Topics.OTP_RESULTS, "settled", Records.code("settled", Records.CODE));
        settled.awaitCode(PATIENCE);

        client.withdrawOpen();

        assertThat(fixture.producer
                        .history()
                        .subList(2, fixture.producer.history().size()))
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("open"));
    }

    @Test
    void anIdIsOpenOnce() {
        request("r");

        assertThatThrownBy(() -> request("r"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("request id r is open in this client already");
        assertThatThrownBy(() -> RequestOptions.none().withId("a b")).isInstanceOf(InvalidFieldException.class);
    }

    private Verification request(String id) {
        return client.request(REQUEST, RequestOptions.none().withId(id));
    }

    private static FailureReason reason(Verification verification) {
        return Reasons.of(() -> verification.awaitCode(PATIENCE));
    }
}
