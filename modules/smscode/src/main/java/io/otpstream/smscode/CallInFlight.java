package io.otpstream.smscode;

import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, and the one place that decides between "not sent" and "no answer".
 *
 * <p>A call is {@code UNSENT} until a connection, TLS included, is there. The step to {@code SENDING} is taken right
 * before the request is handed to that connection, and it can't be taken once the call is over: so a call that ended
 * {@code UNSENT} has sent nothing and never will. Whoever ends a call first decides how it ended.
 */
final class CallInFlight implements FutureCallback<AnswerBody.Whole> {

    private enum Stage {
        UNSENT,
        SENDING,
        OVER
    }

    private record Head(int status, Map<String, String> headers, ApiToken token) {}

    private final Instant sendBy;
    private final InstantSource clock;
    private final CompletableFuture<Exchange> result = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.UNSENT);
    private volatile @Nullable Head head;
    private volatile @Nullable Future<?> exchange;
    private volatile @Nullable Runnable connection;
    private volatile boolean abandoned;

    /**
     * A call that has not begun.
     *
     * @param sendBy it is not sent after this
     */
    CallInFlight(Instant sendBy, InstantSource clock) {
        this.sendBy = sendBy;
        this.clock = clock;
    }

    CompletableFuture<Exchange> result() {
        return result;
    }

    /**
     * The last step before a byte can leave.
     *
     * @param closeConnection closes the connection that the request is about to use; harmless when it is given back
     * @throws SentTooLateException when the permit has ended; nothing has used the connection
     * @throws InterruptedIOException when the call is over and must not be sent any more
     */
    void aboutToSend(Runnable closeConnection) throws InterruptedIOException {
        if (clock.instant().isAfter(sendBy)) {
            SentTooLateException late = new SentTooLateException();
            neverStarted(String.valueOf(late.getMessage()));
            throw late;
        }
        connection = closeConnection;
        if (!stage.compareAndSet(Stage.UNSENT, Stage.SENDING)) {
            throw new InterruptedIOException("the call is over");
        }
    }

    void headArrived(HttpResponse response, ApiToken token) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        head = new Head(response.getCode(), Map.copyOf(headers), token);
    }

    /** Names what has to be cancelled when the call is given up. */
    void runsAs(Future<?> running) {
        exchange = running;
        if (abandoned) {
            running.cancel(true);
        }
    }

    @Override
    public void completed(AnswerBody.Whole body) {
        end("the exchange ended before it began", new Breakage("an answer without a status", false), body);
    }

    @Override
    public void failed(Exception cause) {
        Breakage breakage = Breakage.of(cause);
        end(breakage.detail(), breakage, new AnswerBody.Broken(breakage.detail()));
    }

    /** Cancelled by this class, which has ended the call already, or by a client that is closing. */
    @Override
    public void cancelled() {
        failed(new InterruptedIOException());
    }

    /** The call was refused before it began. */
    void neverStarted(String why) {
        end(why, new Breakage(why, true), new AnswerBody.Broken(why));
    }

    void timeIsUp(String limit) {
        boolean ended = end(
                "no connection within " + limit,
                new Breakage("no answer within " + limit, false),
                new AnswerBody.Broken("the body was not complete within " + limit));
        if (ended) {
            abandon();
        }
    }

    /** What has been sent can't be waited for. */
    void clientCloses() {
        String why = "the client was closed";
        if (end(why, new Breakage(why, false), new AnswerBody.Broken(why))) {
            abandon();
        }
    }

    /** False when the call was over already. */
    private boolean end(String unsent, Breakage breakage, AnswerBody body) {
        return switch (stage.getAndSet(Stage.OVER)) {
            case UNSENT -> result.complete(new Exchange.NotSent(unsent));
            case SENDING -> result.complete(afterSending(breakage, body));
            case OVER -> false;
        };
    }

    private Exchange afterSending(Breakage breakage, AnswerBody body) {
        Head arrived = head;
        if (arrived != null) {
            return new Exchange.Answered(arrived.status(), arrived.headers(), body, arrived.token());
        }
        return breakage.nothingLeft()
                ? new Exchange.NotSent(breakage.detail())
                : new Exchange.NoAnswer(breakage.detail());
    }

    /**
     * Closes the connection: what still comes over it belongs to nobody. Cancelling the exchange is not enough for that,
     * because HttpClient may by then have replaced its handle on the exchange by the older one on the connect.
     */
    private void abandon() {
        abandoned = true;
        Runnable closeConnection = connection;
        if (closeConnection != null) {
            closeConnection.run();
        }
        Future<?> running = exchange;
        if (running != null) {
            running.cancel(true);
        }
    }
}
