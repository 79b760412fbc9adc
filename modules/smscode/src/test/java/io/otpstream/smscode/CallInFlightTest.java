package io.otpstream.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;

/** The order of events that decides how a call ended. */
class CallInFlightTest {

    private static final ApiToken TOKEN = ApiToken.of("t0ken");
    private static final AnswerBody.Whole BODY = new AnswerBody.Whole(new byte[] {'x'});

    private static final Instant SEND_BY = Instant.parse("2026-03-01T10:00:00Z");

    private Instant now = SEND_BY;
    private final CallInFlight call = new CallInFlight(SEND_BY, () -> now);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void callThatRanOutOfTimeUnsentIsNeverSent() {
        call.timeIsUp("1 s");
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> call.aboutToSend(closed::countDown));
        assertThat(ended()).isEqualTo(new Exchange.NotSent("no connection within 1 s"));
    }

    @Test
    void callThatTheClientClosedIsNeverSent() {
        call.clientCloses();
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> call.aboutToSend(closed::countDown));
        assertThat(ended()).isEqualTo(new Exchange.NotSent("the client was closed"));
    }

    @Test
    void callThatTheClientClosedWhileItWasSentHasNoAnswer() throws IOException {
        call.aboutToSend(closed::countDown);
        call.clientCloses();
        assertThat(ended()).isEqualTo(new Exchange.NoAnswer("the client was closed"));
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void callWhosePermitHasEndedIsNeverSentAndLeavesTheConnectionAlone() {
        now = SEND_BY.plusNanos(1);
        assertThatExceptionOfType(SentTooLateException.class).isThrownBy(() -> call.aboutToSend(closed::countDown));
        assertThat(ended()).isEqualTo(new Exchange.NotSent("no connection before the permit ended"));
        call.timeIsUp("1 s");
        assertThat(closed.getCount()).isOne();
    }

    @Test
    void anyFailureBeforeSendingIsNotSent() {
        call.failed(new IOException("whatever"));
        assertThat(ended()).isInstanceOf(Exchange.NotSent.class);
    }

    @Test
    void lateAnswerChangesNothing() throws IOException {
        call.aboutToSend(closed::countDown);
        call.timeIsUp("1 s");
        call.headArrived(new BasicHttpResponse(200), TOKEN);
        call.completed(BODY);
        assertThat(ended()).isEqualTo(new Exchange.NoAnswer("no answer within 1 s"));
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void lateDeadlineChangesNothing() throws IOException {
        CompletableFuture<Object> exchange = new CompletableFuture<>();
        call.runsAs(exchange);
        call.aboutToSend(closed::countDown);
        BasicHttpResponse head = new BasicHttpResponse(200);
        head.addHeader("Retry-After", "1");
        head.addHeader("retry-after", "2");
        call.headArrived(head, TOKEN);
        call.completed(BODY);
        call.timeIsUp("1 s");
        call.clientCloses();
        assertThat(ended()).isEqualTo(new Exchange.Answered(200, Map.of("retry-after", "1"), BODY, TOKEN));
        assertThat(exchange).isNotCancelled();
        assertThat(closed.getCount()).isOne();
    }

    @Test
    void brokenConnectionAfterSendingIsNoAnswer() throws IOException {
        call.aboutToSend(closed::countDown);
        call.failed(new ConnectionClosedException());
        assertThat(ended()).isInstanceOf(Exchange.NoAnswer.class);
    }

    @Test
    void requestThatNeverLeftItsQueueIsNotSent() throws IOException {
        call.aboutToSend(closed::countDown);
        call.failed(new RequestNotExecutedException());
        assertThat(ended()).isInstanceOf(Exchange.NotSent.class);
    }

    @Test
    void failedReconnectIsNotSent() throws IOException {
        call.aboutToSend(closed::countDown);
        call.failed(new ConnectException("refused"));
        assertThat(ended()).isEqualTo(new Exchange.NotSent("no connection: refused"));
    }

    @Test
    void exchangeIsCancelledWhenTimeIsUp() {
        CompletableFuture<Object> exchange = new CompletableFuture<>();
        call.runsAs(exchange);
        call.timeIsUp("1 s");
        assertThat(exchange).isCancelled();
    }

    @Test
    void exchangeThatBeginsAfterTheEndIsCancelled() {
        CompletableFuture<Object> exchange = new CompletableFuture<>();
        call.timeIsUp("1 s");
        call.runsAs(exchange);
        assertThat(exchange).isCancelled();
    }

    private Exchange ended() {
        return call.result().getNow(new Exchange.NotSent("not ended"));
    }
}
