package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.COMPLETED;
import static io.otpstream.contract.OrderEventType.EXPIRED;
import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.contract.OrderEventType.REFUSED;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.MALAYSIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Choice;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that leave it to the pipeline which of their countries is tried first. Malaysia is dearer than Indonesia. */
class CountryChoiceTest {

    private static final VerificationRequest MALAYSIA_FIRST = VerificationRequest.of(WHATSAPP, MALAYSIA, INDONESIA);
    private static final Duration LOOK_GAP = Duration.ofSeconds(5);

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = new PipelineFixture(stateDir);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void asListed() {
        assertThat(firstCountry("r1", MALAYSIA_FIRST)).isEqualTo(MALAYSIA);
    }

    @Test
    void theCheapestThenTheOther() {
        VerificationRequest request = MALAYSIA_FIRST.withChoose(Choice.CHEAPEST).withMaxAttempts(2);
        Addressed create = create("r1", request);
        assertThat(country(create)).isEqualTo(INDONESIA);
        pipeline.placed(create, "o1");
        pipeline.event("r1", PLACED);
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.EXPIRED, null);
        pipeline.event("r1", EXPIRED);

        pipeline.after(Duration.ofMillis(300));
        Addressed second = pipeline.createSent();
        assertThat(country(second)).isEqualTo(MALAYSIA);
        pipeline.placed(second, "o2");
        pipeline.event("r1", PLACED);
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.COMPLETED, "847291");
        pipeline.event("r1", COMPLETED);
        assertThat(pipeline.code("r1").countryId()).isEqualTo(MALAYSIA);
    }

    @Test
    void theCheapestThatTheApiHasANumberOf() {
        Addressed create = create("r1", MALAYSIA_FIRST.withChoose(Choice.CHEAPEST));
        pipeline.createFailed(create, new ApiError.ProductUnavailable());
        pipeline.event("r1", REFUSED);
        pipeline.after(Duration.ofMillis(200));

        assertThat(country(pipeline.createSent())).isEqualTo(MALAYSIA);
    }

    @Test
    void aPriceAboveTheLimitIsNotPaidHoweverGoodTheCountry() {
        pipeline.knownOf(INDONESIA, 1, 100);
        pipeline.requested("r1", MALAYSIA_FIRST.withChoose(Choice.BEST).withMaxPriceIdr(3_000));
        pipeline.after(Duration.ofMillis(200));

        assertThat(pipeline.noCode("r1", Outcome.PRICE_ABOVE_LIMIT).attempts()).hasSize(2);
    }

    @Test
    void theBestIsTheCheapestWhileItIsGood() {
        pipeline.knownOf(INDONESIA, 0.8, 100);
        pipeline.knownOf(MALAYSIA, 0.9, 100);

        assertThat(firstCountry("r1", MALAYSIA_FIRST.withChoose(Choice.BEST))).isEqualTo(INDONESIA);
    }

    @Test
    void theBestIsTheDearerOneOnceTheCheapestFails() {
        pipeline.knownOf(INDONESIA, 0.05, 100);
        pipeline.knownOf(MALAYSIA, 0.9, 100);

        assertThat(firstCountry("r1", MALAYSIA_FIRST.withChoose(Choice.BEST))).isEqualTo(MALAYSIA);
    }

    private int firstCountry(String requestId, VerificationRequest request) {
        return country(create(requestId, request));
    }

    private Addressed create(String requestId, VerificationRequest request) {
        pipeline.requested(requestId, request);
        pipeline.after(Duration.ofMillis(200));
        return pipeline.createSent();
    }

    private static int country(Addressed create) {
        return ((SendCreate) create.call()).countryId();
    }
}
