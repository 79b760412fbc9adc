package io.otpstream.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promise that a lost order costs money over: a call that ended as "not sent" was never seen by the server, whatever
 * the server did, and no call is seen twice.
 */
class NotSentMeansNotSentTest {

    private static final int CALLS = 150;
    private static final String PLACED = "{\"success\":true,\"data\":{\"order_id\":\"o-1\"}}";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheServerDoes(long seed) throws IOException {
        Random random = new Random(seed);
        RawServer server = new RawServer(connection -> misbehave(connection, random));
        try (server) {
            Map<String, ApiResult<Order>> results = new LinkedHashMap<>();
            // Few connections and a short time-out, so that calls run out of time at every stage.
            try (GuideApi api = GuideClient.create(
                    new ClientSettings(server.uri("http"), Duration.ofMillis(250), 3), TokenSource.fixed("t0ken"))) {
                for (int round = 0; round < CALLS / 10; round++) {
                    List<CompletionStage<ApiResult<Order>>> together = new ArrayList<>();
                    for (int i = 0; i < 10; i++) {
                        String callId = "call-" + (round * 10 + i) + "-";
                        // Some come too late for sure, whatever the others run into.
                        Instant sendBy = i % 5 == 0 ? Instant.EPOCH : Instant.MAX;
                        together.add(api.createOrder(6, 1, new Permit(callId, sendBy)));
                    }
                    for (int i = 0; i < 10; i++) {
                        results.put("call-" + (round * 10 + i) + "-", Results.await(together.get(i)));
                    }
                }
            }
            await().until(() -> server.stillOpen() == 0);
            results.forEach((callId, result) -> assertThat(timesSeen(server, callId))
                    .as("%s ended as %s", callId, result)
                    .isBetween(atLeast(result), isNotSent(result) ? 0L : 1L));
            assertThat(results.values()).anyMatch(NotSentMeansNotSentTest::isNotSent);
            assertThat(results.values()).anyMatch(ApiResult.Success.class::isInstance);
        }
    }

    private static void misbehave(RawServer.Connection connection, Random random) throws IOException {
        int politeAnswers;
        int end;
        synchronized (random) {
            politeAnswers = random.nextInt(4);
            end = random.nextInt(5);
        }
        for (int i = 0; i < politeAnswers; i++) {
            if (connection.read().isEmpty()) {
                return;
            }
            connection.answer(201, PLACED);
        }
        switch (end) {
            case 0 -> connection.read();
            case 1 -> connection.reset();
            case 2 -> {
                if (connection.read().isPresent()) {
                    connection.hang();
                }
            }
            case 3 -> {
                if (connection.read().isPresent()) {
                    connection.write("HTTP/1.1 201 X\r\nContent-Length: 99\r\n\r\n{");
                }
            }
            default -> connection.close();
        }
    }

    private static long timesSeen(RawServer server, String callId) {
        return server.requests().stream()
                .filter(request -> request.contains(callId))
                .count();
    }

    private static long atLeast(ApiResult<Order> result) {
        return result instanceof ApiResult.Success<Order> ? 1 : 0;
    }

    private static boolean isNotSent(ApiResult<Order> result) {
        return result instanceof ApiResult.Failure<Order>(ApiError error) && error instanceof ApiError.NotSent;
    }
}
