package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.MALAYSIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.streams.calls.CallKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that name platform and countries as people do. */
class RequestsByCodesTest {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = new PipelineFixture(stateDir, LifecycleRules.guide());
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void codesAreLookedUpOnceTheCatalogueIsThere() {
        pipeline.catalogue.fetched(false);
        pipeline.requested("r1", VerificationRequest.of("whatsapp", "MY", "ID"));
        pipeline.after(Duration.ofSeconds(2));
        pipeline.nothingElse();

        pipeline.catalogue.fetched(true);
        pipeline.after(A_MOMENT);

        assertOrders(MALAYSIA);
    }

    @Test
    void idsAndCodesGoTogether() {
        pipeline.requested("r1", VerificationRequest.of("whatsapp", Integer.toString(INDONESIA)));
        pipeline.after(A_MOMENT);

        assertOrders(INDONESIA);
    }

    private void assertOrders(int countryId) {
        var create = pipeline.createSent();
        assertThat(create.call()).isInstanceOfSatisfying(SendCreate.class, call -> {
            assertThat(call.platformId()).isEqualTo(WHATSAPP);
            assertThat(call.countryId()).isEqualTo(countryId);
        });
        pipeline.placed(create, "o1");
        assertThat(pipeline.event("r1", PLACED).countryId()).isEqualTo(countryId);
    }

    @Test
    void whatTheApiDoesNotKnowIsRejectedWithItsField() {
        pipeline.requested("r1", VerificationRequest.of("fax", "ID").withTenant("acme"));
        pipeline.after(A_MOMENT);
        ExpiryResult noPlatform = pipeline.noCode("r1", Outcome.REJECTED);
        pipeline.requested("r2", VerificationRequest.of("whatsapp", "ID", "ZZ"));
        pipeline.after(A_MOMENT);

        assertThat(noPlatform.field()).isEqualTo("platform");
        assertThat(noPlatform.platformId()).isNull();
        assertThat(noPlatform.tenant()).isEqualTo("acme");
        assertThat(noPlatform.attempts()).isEmpty();
        assertThat(pipeline.noCode("r2", Outcome.REJECTED).field()).isEqualTo("countries");
    }

    @Test
    void anOperatorIsLookedUpWhereTheApiKnowsOperators() {
        pipeline.requested("r1", VerificationRequest.of(WHATSAPP, INDONESIA).withOperator("telkomsel"));
        pipeline.after(A_MOMENT);
        assertThat(pipeline.noCode("r1", Outcome.REJECTED).field()).isEqualTo("operator");

        pipeline.catalogue.operator(51, "Telkomsel");
        pipeline.requested("r2", VerificationRequest.of(WHATSAPP, INDONESIA).withOperator("axis"));
        pipeline.after(A_MOMENT);
        assertThat(pipeline.noCode("r2", Outcome.REJECTED).field()).isEqualTo("operator");

        pipeline.requested("r3", VerificationRequest.of(WHATSAPP, INDONESIA).withOperator("telkomsel"));
        pipeline.after(A_MOMENT);
        assertThat(pipeline.createSent().requestId()).isEqualTo("r3");
    }

    @Test
    void whoCanNotBeServedDoesNotWaitForAPermit() {
        pipeline.api.refuse(CallKind.CREATE);
        pipeline.requested("r1", VerificationRequest.of("fax", "ID"));
        pipeline.after(A_MOMENT);
        assertThat(pipeline.noCode("r1", Outcome.REJECTED).field()).isEqualTo("platform");
    }

    @Test
    void whatEndsBeforeItIsLookedUpNamesNoPlatform() {
        pipeline.catalogue.fetched(false);
        pipeline.requested("r1", VerificationRequest.of("whatsapp", "ID"));
        pipeline.requested(
                "r2", VerificationRequest.of("whatsapp", "ID").withStartBefore(Instant.parse("2026-01-01T00:00:02Z")));
        pipeline.commanded("r1", VerificationCommand.withdraw());
        assertThat(pipeline.noCode("r1", Outcome.WITHDRAWN).platformId()).isNull();

        pipeline.after(Duration.ofSeconds(3));
        assertThat(pipeline.noCode("r2", Outcome.START_EXPIRED).platformId()).isNull();
    }
}
