package io.otpstream.streams;

import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.MALAYSIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.TraceContext;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.streams.calls.CallKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * To which trace records belong. That those about a request belong to the request's is checked by the fixture, in these
 * stories and in all others.
 */
class TraceTest {

    private static final TraceContext TRACE =
            new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "rojo=1,congo=2");
    private static final VerificationRequest REQUEST = VerificationRequest.of(WHATSAPP, INDONESIA, MALAYSIA);

    private static final Duration SOON = Duration.ofMillis(500);

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
    void allAttemptsAndTheCodeBelongToTheRequestsTrace() {
        pipeline.requested("r1", REQUEST.withMaxAttempts(2), headers(TRACE));
        pipeline.after(SOON);
        assertThat(pipeline.traceOf("r1")).contains(TRACE);
        pipeline.createFailed(pipeline.createSent(), new ApiError.ProductUnavailable());
        pipeline.event("r1", OrderEventType.REFUSED);
        pipeline.after(SOON);
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event("r1", OrderEventType.PLACED);
        pipeline.after(Duration.ofSeconds(6));
        pipeline.looked(pipeline.lookSent(), OrderStatus.COMPLETED, "847291");
        pipeline.event("r1", OrderEventType.COMPLETED);
        pipeline.code("r1");
    }

    @Test
    void aRequestWithoutATraceHasRecordsWithoutOne() {
        pipeline.requested("r1", REQUEST, new RecordHeaders());
        pipeline.after(SOON);
        pipeline.placed(pipeline.createSent(), "o1");
        assertThat(pipeline.traceOf("r1")).isEmpty();
        pipeline.event("r1", OrderEventType.PLACED);
    }

    @Test
    void whatIsNotATraceIsIgnored() {
        Headers headers = new RecordHeaders()
                .add("traceparent", "00-XYZ-1-01".getBytes(UTF_8))
                .add("tracestate", "rojo=1".getBytes(UTF_8));
        pipeline.requested("r1", REQUEST, headers);
        pipeline.after(SOON);
        pipeline.placed(pipeline.createSent(), "o1");
        assertThat(pipeline.traceOf("r1")).isEmpty();
        pipeline.event("r1", OrderEventType.PLACED);
    }

    @Test
    void otherHeadersOfTheRequestDoNotTravel() {
        Headers headers = headers(TRACE).add("authorization", "secret".getBytes(UTF_8));
        pipeline.requested("r1", VerificationRequest.of(WHATSAPP, 99), headers);
        pipeline.noCode("r1", Outcome.NO_STOCK);
    }

    @Test
    void aSecondRequestOfTheIdChangesNothing() {
        pipeline.requested("r1", REQUEST, headers(TRACE));
        pipeline.requested("r1", REQUEST);
        pipeline.placed(pipeline.createSent(), "o1");
        assertThat(pipeline.traceOf("r1")).contains(TRACE);
        pipeline.event("r1", OrderEventType.PLACED);
    }

    @Test
    void aSecondRequestDoesNotBringATraceToOneThatHadNone() {
        pipeline.requested("r1", REQUEST, new RecordHeaders());
        pipeline.requested("r1", REQUEST);
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event("r1", OrderEventType.PLACED);
    }

    @Test
    void theRequestsTraceCountsWhereItsWithdrawalCameFirst() {
        pipeline.commanded("r1", VerificationCommand.withdraw());
        pipeline.requested("r1", REQUEST, headers(TRACE));
        assertThat(pipeline.traceOf("r1")).contains(TRACE);
        pipeline.noCode("r1", Outcome.WITHDRAWN);
    }

    @Test
    void aMalformedRequestIsAnsweredInItsTraceAndBuriedWithAllItsHeaders() {
        Headers headers = headers(TRACE).add("other", "kept".getBytes(UTF_8));
        pipeline.rawRequest("r1".getBytes(UTF_8), "{}".getBytes(UTF_8), headers);
        Headers buried = pipeline.deadLetter().headers();
        assertThat(TraceContext.readFrom(buried)).contains(TRACE);
        assertThat(buried.lastHeader("other").value()).isEqualTo("kept".getBytes(UTF_8));
        assertThat(pipeline.traceOf("r1")).contains(TRACE);
        pipeline.noCode("r1", Outcome.REJECTED);
    }

    @Test
    void anAlertAboutARequestBelongsToItsTrace() {
        pipeline.requested("r1", REQUEST, headers(TRACE));
        pipeline.after(SOON);
        pipeline.createFailed(pipeline.createSent(), new ApiError.NoAnswer("timed out"));
        pipeline.event("r1", OrderEventType.IN_DOUBT);
        assertThat(pipeline.traceOf(
                        String.valueOf(pipeline.alert("order_in_doubt").subject())))
                .contains(TRACE);
        pipeline.after(Duration.ofSeconds(2));
        pipeline.placed(pipeline.createSent(), "o2");
        pipeline.event("r1", OrderEventType.PLACED);
    }

    @Test
    void requestsThatAreBoughtTogetherKeepTheirTraces() {
        pipeline.close();
        pipeline = PipelineFixture.published(stateDir, 3);
        pipeline.api.refuse(CallKind.CREATE);
        pipeline.requested("r1", REQUEST, headers(TRACE));
        pipeline.requested("r2", REQUEST);
        pipeline.requested("r3", REQUEST, new RecordHeaders());
        pipeline.api.admitAgain(CallKind.CREATE);
        pipeline.after(SOON);
        pipeline.bought(pipeline.purchaseSent(), 0, "11", "12", "13");
        Stream.of("r1", "r2", "r3").forEach(id -> pipeline.event(id, OrderEventType.PLACED));
        assertThat(pipeline.traceOf("r2")).isNotEmpty();
        assertThat(pipeline.traceOf("r3")).isEmpty();
    }

    private static Headers headers(TraceContext trace) {
        Headers headers = new RecordHeaders();
        trace.writeTo(headers);
        return headers;
    }
}
