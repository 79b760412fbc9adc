package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a create ends when the other side of the connection misbehaves. Above all: what counts as "not sent". */
class TransportTest {

    private static final String PLACED =
            "{\"success\":true,\"data\":{\"order_id\":\"o-1\",\"phone_number\":\"+62811\",\"status\":\"pending\"}}";
    private static final int CONNECTIONS = 4;
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(50);

    /** A first call loads classes, and that is not what the short time-out is for. */
    @BeforeAll
    static void warmUp() throws IOException {
        try (RawServer server = answering("");
                GuideApi api = client(server.uri("http"), LONG)) {
            error(create(api), ApiError.NoAnswer.class);
        }
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.answer(200, PLACED);
                });
                GuideApi api = client(server.uri("http"), LONG)) {
            value(create(api));
        }
    }

    @Test
    void refusedPortIsNotSent() throws IOException {
        // Bound, so that nobody else is given the port, and nobody listens.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (GuideApi api = client(URI.create("http://127.0.0.1:" + held.getLocalPort()), LONG)) {
                assertThat(error(create(api), ApiError.NotSent.class).detail()).contains("refused");
            }
        }
    }

    @Test
    void unknownHostIsNotSent() {
        try (GuideApi api = client(URI.create("http://no-such-host.invalid"), LONG)) {
            assertThat(error(create(api), ApiError.NotSent.class).detail()).contains("no-such-host.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "nothing"})
    void failedTlsHandshakeIsNotSent(String said) throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    if (said.equals("garbage")) {
                        connection.write("HTTP/1.1 400 this is not TLS\r\n\r\n");
                    }
                });
                GuideApi api = client(server.uri("https"), LONG)) {
            error(create(api), ApiError.NotSent.class);
        }
    }

    @Test
    void tlsHandshakeThatNeverEndsIsNotSent() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::hang);
                GuideApi api = client(server.uri("https"), SHORT)) {
            error(create(api), ApiError.NotSent.class);
            await().until(() -> server.closedByClient() == 1);
        }
    }

    @Test
    void connectionClosedAfterReadingTheRequestIsNoAnswer() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::read);
                GuideApi api = client(server.uri("http"), LONG)) {
            error(create(api), ApiError.NoAnswer.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void connectionResetAfterReadingTheRequestIsNoAnswer() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.reset();
                });
                GuideApi api = client(server.uri("http"), LONG)) {
            error(create(api), ApiError.NoAnswer.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void silenceIsNoAnswerAndClosesTheConnection() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.hang();
                });
                GuideApi api = client(server.uri("http"), SHORT)) {
            error(create(api), ApiError.NoAnswer.class);
            await().until(() -> server.closedByClient() == 1);
        }
    }

    @Test
    void somethingThatIsNotHttpIsNoAnswer() throws IOException {
        try (RawServer server = answering("SSH-2.0-OpenSSH_9.2 123456\r\n\r\n");
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(error(create(api), ApiError.NoAnswer.class).detail()).doesNotContain("123456");
        }
    }

    @Test
    void truncatedBodyIsUnreadable() throws IOException {
        try (RawServer server = answering("HTTP/1.1 201 X\r\nContent-Length: 500\r\n\r\n" + PLACED);
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(error(create(api), ApiError.Unreadable.class).status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n123456\r\n", "5\r\n{\"suc\r\n", "ffffffffffffffff\r\nx"})
    void brokenChunksAreUnreadable(String chunks) throws IOException {
        try (RawServer server = answering("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
                GuideApi api = client(server.uri("http"), LONG)) {
            ApiError.Unreadable unreadable = error(create(api), ApiError.Unreadable.class);
            assertThat(unreadable.status()).isEqualTo(200);
            assertThat(unreadable.detail()).doesNotContain("123456");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 404})
    void statusCountsEvenWhenTheBodyBreaksOff(int status) throws IOException {
        try (RawServer server =
                        answering("HTTP/1.1 " + status + " X\r\nRetry-After: 7\r\nContent-Length: 500\r\n\r\n{");
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(error(create(api)))
                    .isEqualTo(
                            switch (status) {
                                case 429 -> new ApiError.RateLimited(Duration.ofSeconds(7));
                                case 500 -> new ApiError.ServerFailure(500, Duration.ofSeconds(7));
                                default -> new ApiError.OtherRejection(404, null, "");
                            });
        }
    }

    @Test
    void drippingBodyDoesNotOutlastTheTimeout() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.write("HTTP/1.1 200 X\r\nContent-Length: 1000000\r\n\r\n");
                    connection.dripUntilClosed(" ");
                });
                GuideApi api = client(server.uri("http"), SHORT)) {
            assertThat(error(create(api), ApiError.Unreadable.class).detail()).contains("3000 ms");
            await().until(() -> server.closedByClient() == 1);
        }
    }

    @Test
    void drippingHeadDoesNotOutlastTheTimeout() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.write("HTTP/1.1 200 X\r\nX-Long: ");
                    connection.dripUntilClosed("x");
                });
                GuideApi api = client(server.uri("http"), SHORT)) {
            error(create(api), ApiError.NoAnswer.class);
            await().until(() -> server.closedByClient() == 1);
        }
    }

    @Test
    void hugeBodyIsUnreadableLongBeforeItsEnd() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.write("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        connection.write("10000\r\n" + " ".repeat(0x10000) + "\r\n");
                    }
                });
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(error(create(api), ApiError.Unreadable.class).detail()).contains("1048576");
            await().until(() -> server.closedByClient() == 1);
        }
    }

    @Test
    void noRequestIsRepeated() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    while (connection.read().isPresent()) {
                        connection.write("HTTP/1.1 503 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
                    }
                });
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(error(create(api))).isEqualTo(new ApiError.ServerFailure(503, Duration.ZERO));
            assertThat(error(Results.await(api.balance(Permit.untimed("second")))))
                    .isEqualTo(new ApiError.ServerFailure(503, Duration.ZERO));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (RawServer server = answering("HTTP/1.1 302 X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(error(Results.await(api.balance(Permit.untimed("b"))), ApiError.Unreadable.class)
                            .status())
                    .isEqualTo(302);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void interimAnswersAreSkipped() throws IOException {
        try (RawServer server = answering("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 X\r\nContent-Length: "
                        + PLACED.length() + "\r\n\r\n" + PLACED);
                GuideApi api = client(server.uri("http"), LONG)) {
            assertThat(value(create(api)).orderId()).isEqualTo("o-1");
        }
    }

    @Test
    void connectionsAreReused() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    while (connection.read().isPresent()) {
                        connection.answer(200, PLACED);
                    }
                });
                GuideApi api = client(server.uri("http"), LONG)) {
            for (int i = 0; i < 10; i++) {
                assertThat(value(create(api)).status()).isEqualTo(OrderStatus.WAITING);
            }
            // Not always one: an answer is handed on just before its connection goes back to the pool.
            assertThat(server.accepted()).isLessThanOrEqualTo(CONNECTIONS);
        }
    }

    /**
     * Idle means that the client has had a chance to see the end. HttpClient looks for it between two events of a
     * connection, so a request that follows its answer at once may still go into a connection that has just ended; and
     * over a real network the end can be on its way at any time. Such a request gets no answer.
     */
    @Test
    void connectionThatTheServerClosedWhileIdleCostsNothing() throws Exception {
        Semaphore closed = new Semaphore(0);
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.answer(200, PLACED);
                    connection.closeAndAwaitClient();
                    closed.release();
                });
                GuideApi api = client(server.uri("http"), LONG)) {
            for (int i = 0; i < 20; i++) {
                assertThat(value(create(api)).orderId()).isEqualTo("o-1");
                closed.acquire();
            }
            assertThat(server.requests()).hasSize(20);
        }
    }

    @Test
    void closingEndsCallsInFlightWithNoAnswer() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            arrived.countDown();
            connection.hang();
        })) {
            GuideApi api = client(server.uri("http"), LONG);
            CompletionStage<ApiResult<Order>> pending = api.createOrder(6, 1, Permit.untimed("c-1"));
            arrived.await();
            api.close();
            error(Results.await(pending), ApiError.NoAnswer.class);
            error(create(api), ApiError.NotSent.class);
            api.close();
            await().until(() -> server.closedByClient() == 1);
        }
    }

    @Test
    void missingTokenIsNotSentAndSaysWhy() throws IOException {
        try (RawServer server = answering("");
                GuideApi api = GuideClient.create(ClientSettings.defaults().withBaseUri(server.uri("http")), () -> {
                    throw new TokenUnavailableException("token file /etc/token: there is no such file");
                })) {
            assertThat(error(create(api), ApiError.NotSent.class).detail()).contains("/etc/token");
            assertThat(server.accepted()).isZero();
        }
    }

    @Test
    void brokenTokenSourceIsNotSentAndNotQuoted() throws IOException {
        try (RawServer server = answering("");
                GuideApi api = GuideClient.create(ClientSettings.defaults().withBaseUri(server.uri("http")), () -> {
                    throw new IllegalStateException("s3cret");
                })) {
            assertThat(error(create(api), ApiError.NotSent.class).detail())
                    .contains("IllegalStateException")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void tokenThatComesTooLateSendsNothing() throws IOException {
        CountDownLatch overdue = new CountDownLatch(1);
        Semaphore first = new Semaphore(1);
        try (RawServer server = new RawServer(connection -> {
                    while (connection.read().isPresent()) {
                        connection.answer(200, PLACED);
                    }
                });
                GuideApi api = GuideClient.create(new ClientSettings(server.uri("http"), SHORT, CONNECTIONS), () -> {
                    if (first.tryAcquire()) {
                        waitFor(overdue);
                    }
                    return ApiToken.of("t0ken");
                })) {
            error(create(api), ApiError.NotSent.class);
            overdue.countDown();
            value(Results.await(api.order("o-1", Permit.untimed("call-2"))));
            clientsConnectionsAreGone(server, api);
            assertThat(server.requests()).noneMatch(request -> request.contains("call-1"));
        }
    }

    @Test
    void connectionThatComesAfterThePermitSendsNothingAndIsKept() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Instant sendBy = Instant.EPOCH.plusSeconds(1);
        try (RawServer server = new RawServer(connection -> {
                    while (connection.read().isPresent()) {
                        connection.answer(200, PLACED);
                    }
                });
                GuideApi api = GuideClient.create(
                        new ClientSettings(server.uri("http"), LONG, 1),
                        () -> {
                            now.set(sendBy.plusMillis(1));
                            return ApiToken.of("t0ken");
                        },
                        now::get)) {
            assertThat(error(Results.await(api.createOrder(6, 1, new Permit("late", sendBy))), ApiError.NotSent.class)
                            .detail())
                    .isEqualTo("no connection before the permit ended");
            assertThat(value(create(api)).orderId()).isEqualTo("o-1");
            assertThat(server.requests()).singleElement().asString().contains("call-1");
            assertThat(server.accepted()).isOne();
        }
    }

    @SuppressWarnings("try") // the test needs to know what came before the end
    private static void clientsConnectionsAreGone(RawServer server, GuideApi api) {
        api.close();
        await().until(() -> server.stillOpen() == 0);
    }

    private static void waitFor(CountDownLatch latch) throws TokenUnavailableException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenUnavailableException("interrupted");
        }
    }

    private static ApiResult<Order> create(GuideApi api) {
        return Results.await(api.createOrder(6, 1, Permit.untimed("call-1")));
    }

    private static GuideApi client(URI base, Duration timeout) {
        return GuideClient.create(new ClientSettings(base, timeout, CONNECTIONS), TokenSource.fixed("t0ken"));
    }

    private static RawServer answering(String bytes) throws IOException {
        return new RawServer(connection -> {
            connection.read();
            connection.write(bytes);
        });
    }
}
