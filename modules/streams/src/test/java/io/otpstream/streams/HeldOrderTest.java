package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.COMPLETED;
import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.contract.OrderEventType.RESEND_REFUSED;
import static io.otpstream.contract.OrderEventType.RESENT;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.OtpResult;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.lifecycle.LifecycleRules;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that is kept after its code, so that another text can be asked for. */
class HeldOrderTest {

    private static final VerificationRequest HELD =
            VerificationRequest.of(WHATSAPP, INDONESIA).withHoldSeconds(300);

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = new PipelineFixture(stateDir, LifecycleRules.published(true));
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    private void getsItsCode(VerificationRequest request) {
        pipeline.requested("r1", request);
        pipeline.after(Duration.ofMillis(200));
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event("r1", PLACED);
        pipeline.textSeen("r1", "o1", "847291", 1);
        pipeline.event("r1", COMPLETED);
    }

    @Test
    void bringsFurtherCodesThatFollowTheFinalRecord() {
        getsItsCode(HELD);
        OtpResult first = pipeline.code("r1");
        assertThat(first.followUp()).isFalse();
        assertThat(first.smsRevision()).isEqualTo(1);

        pipeline.commanded("r1", VerificationCommand.resend());
        pipeline.after(Duration.ofMillis(200));
        pipeline.resent(pipeline.resendSent());
        pipeline.event("r1", RESENT);
        pipeline.textSeen("r1", "o1", "847291", 1);
        pipeline.nothingElse();
        pipeline.textSeen("r1", "o1", "113355", 2);

        OtpResult second = pipeline.code("r1");
        assertThat(second.code()).isEqualTo("113355");
        assertThat(second.followUp()).isTrue();
        assertThat(second.smsRevision()).isEqualTo(2);

        pipeline.commanded("r1", VerificationCommand.withdraw());
        pipeline.after(Duration.ofMillis(200));
        assertThat(pipeline.finishSent().requestId()).isEqualTo("r1");
    }

    @Test
    void isNotThereUnlessItWasAskedFor() {
        getsItsCode(VerificationRequest.of(WHATSAPP, INDONESIA));
        pipeline.code("r1");
        pipeline.after(Duration.ofMillis(200));
        pipeline.finishSent();

        pipeline.commanded("r1", VerificationCommand.resend());

        assertThat(pipeline.event("r1", RESEND_REFUSED).errorCode()).isEqualTo("NO_ORDER_HELD");
    }

    @Test
    void anotherAttemptIsNotMeant() {
        getsItsCode(HELD);
        pipeline.code("r1");

        pipeline.commanded("r1", VerificationCommand.resend().forAttempt(2));

        assertThat(pipeline.event("r1", RESEND_REFUSED).errorCode()).isEqualTo("NO_ORDER_HELD");
    }
}
