package io.otpstream.smscode;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** The transport over HTTP/1.1. */
final class HttpTransport implements Transport {

    private static final String CALL = "io.otpstream.smscode.call";

    private final TokenSource tokens;
    private final InstantSource clock;
    private final Duration timeout;
    private final HttpHost host;
    private final String basePath;
    private final CloseableHttpAsyncClient client;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<CallInFlight> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpTransport(ClientSettings settings, TokenSource tokens, InstantSource clock) {
        URI base = settings.baseUri();
        this.tokens = tokens;
        this.clock = clock;
        this.timeout = settings.timeout();
        this.host = new HttpHost(base.getScheme(), base.getHost(), base.getPort());
        this.basePath = base.getRawPath();
        this.client = HttpClients.create(settings, HttpTransport::markSending);
        this.timer = new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("otpstream-smscode-timer", true));
        timer.setRemoveOnCancelPolicy(true);
        // A call that crosses close() needs no deadline any more: close() has ended it.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        client.start();
    }

    /** Returns at once: reading the token, looking up the host and waiting for a connection happen elsewhere. */
    @Override
    public CompletionStage<Exchange> send(ApiRequest request) {
        CallInFlight call = new CallInFlight(request.permit().sendBy(), clock);
        inFlight.add(call);
        if (closed) {
            inFlight.remove(call);
            call.neverStarted("the client is closed");
            return call.result();
        }
        Future<?> deadline = timer.schedule(
                () -> call.timeIsUp(timeout.toMillis() + " ms"), timeout.toNanos(), TimeUnit.NANOSECONDS);
        CompletionStage<Exchange> ended = call.result().whenComplete((exchange, never) -> {
            deadline.cancel(false);
            inFlight.remove(call);
        });
        Thread.ofVirtual().name("otpstream-smscode-start").start(() -> start(request, call));
        return ended;
    }

    private void start(ApiRequest request, CallInFlight call) {
        try {
            ApiToken token = tokens.current();
            HttpClientContext context = HttpClientContext.create();
            context.setAttribute(CALL, call);
            call.runsAs(client.execute(
                    new BasicRequestProducer(message(request, token), entity(request)),
                    new BodyCollector(request.longestAnswer(), head -> call.headArrived(head, token)),
                    null,
                    context,
                    call));
        } catch (TokenUnavailableException e) {
            call.neverStarted(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A token source of somebody else, or a client that was closed meanwhile. What it says might hold a token.
            call.failed(e);
        }
    }

    private HttpRequest message(ApiRequest request, ApiToken token) {
        BasicHttpRequest message = new BasicHttpRequest(request.method(), host, basePath + request.target());
        message.setHeader(new AuthorizationHeader(token));
        message.setHeader("Accept", ContentType.APPLICATION_JSON.getMimeType());
        message.setHeader("x-request-id", request.permit().callId());
        String key = request.idempotencyKey();
        if (key != null) {
            message.setHeader("idempotency-key", key);
        }
        return message;
    }

    private static @Nullable AsyncEntityProducer entity(ApiRequest request) {
        JsonBody body = request.body();
        return body == null ? null : new BasicAsyncEntityProducer(body.bytes(), ContentType.APPLICATION_JSON);
    }

    private static void markSending(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        CallInFlight call = (CallInFlight) scope.clientContext.getAttribute(CALL);
        try {
            call.aboutToSend(scope.execRuntime::discardEndpoint);
        } catch (SentTooLateException late) {
            // The connection is as good as new: the next call would be late as well if it had to make another.
            scope.execRuntime.markConnectionReusable(null, HttpClients.KEEP_ALIVE);
            scope.execRuntime.releaseEndpoint();
            throw late;
        }
        try {
            chain.proceed(request, entity, scope, callback);
        } catch (IllegalStateException e) {
            // The call was given up just now and its connection is gone; nobody above expects this exception.
            callback.failed(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        inFlight.forEach(CallInFlight::clientCloses);
        // Nothing is left to wait for. An immediate close would race with HttpClient's own threads, which log that.
        client.close(CloseMode.GRACEFUL);
        timer.shutdownNow();
    }
}
