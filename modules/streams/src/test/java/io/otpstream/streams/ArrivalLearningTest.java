package io.otpstream.streams;

import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.MALAYSIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.streams.arrivals.ArrivalCurvesReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an order that ends to the curve that every instance reads. */
class ArrivalLearningTest {

    private static final Duration LOOK_GAP = Duration.ofSeconds(5);
    private static final VerificationRequest REQUEST = VerificationRequest.of(WHATSAPP, INDONESIA);

    @TempDir
    Path stateDir;

    private final ArrivalCurvesReader reader = new ArrivalCurvesReader();
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
    void aCodeIsLearntForItsCountryAndForAll() {
        ArrivalCurves before = reader.current();
        place("r1", REQUEST);
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.COMPLETED, "847291");

        OrderEvent completed = pipeline.event("r1", OrderEventType.COMPLETED);
        assertThat(Objects.requireNonNull(completed.codeAbsentAt()).plus(LOOK_GAP))
                .isBefore(Objects.requireNonNull(completed.seenAt()));
        pipeline.code("r1");
        pipeline.curvesInto(reader);
        double overall = reader.current().overall().arrivedBy(11);
        assertThat(overall).isGreaterThan(before.overall().arrivedBy(11) + 0.05);
        assertThat(reader.current().overall().arrivedBy(5))
                .isLessThan(before.overall().arrivedBy(5) + 0.001);
        assertThat(reader.current().of(INDONESIA, WHATSAPP).arrivedBy(11)).isGreaterThan(overall);
        assertThat(reader.current().of(MALAYSIA, WHATSAPP).arrivedBy(11)).isEqualTo(overall);
    }

    @Test
    void soIsThatNoneCameInTime() {
        ArrivalCurves before = reader.current();
        place("r1", REQUEST.withTimeoutSeconds(12));
        pipeline.after(Duration.ofSeconds(6));
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.after(Duration.ofSeconds(5).plusMillis(500));
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.after(Duration.ofSeconds(1));
        pipeline.cancelAccepted(pipeline.cancelSent());
        pipeline.event("r1", OrderEventType.CANCELLED);
        pipeline.noCode("r1", Outcome.TIMED_OUT);
        pipeline.curvesInto(reader);
        assertThat(reader.current().overall().arrivedBy(11))
                .isLessThan(before.overall().arrivedBy(11));
    }

    @Test
    void whatCannotBeReadStopsNothing() {
        pipeline.rawArrival("all", "not JSON");
        pipeline.rawArrival("all", "{\"after_seconds\":21,\"by_seconds\":15}");
        pipeline.rawArrival("all", "{\"after_seconds\":5,\"by_seconds\":6}");
        double before = reader.current().overall().arrivedBy(7);
        pipeline.curvesInto(reader);
        assertThat(reader.current().overall().arrivedBy(7)).isGreaterThan(before);
    }

    private void place(String requestId, VerificationRequest request) {
        pipeline.requested(requestId, request);
        pipeline.after(Duration.ofMillis(200));
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event(requestId, OrderEventType.PLACED);
    }
}
