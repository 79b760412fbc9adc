package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.PublishedApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Some lists of the published contract have no end that anybody states; other answers have one. */
class LongAnswersTest {

    private static final int ORDERS = 10_000;
    private static final Permit PERMIT = Permit.untimed("c");

    @Test
    void allOpenOrdersComeInOneAnswer() throws IOException {
        String body = IntStream.rangeClosed(1, ORDERS)
                .mapToObj(id ->
                        "{\"id\":" + id + ",\"status\":\"OTP_RECEIVED\",\"otp_message\":\"" + "x".repeat(450) + "\"}")
                .collect(Collectors.joining(",", "{\"success\":true,\"data\":[", "]}"));
        try (RecordingServer server = new RecordingServer();
                PublishedApi api = client(server)) {
            server.answers(200, Map.of(), body);
            assertThat(value(Results.await(api.activeOrders(PERMIT)))).hasSize(ORDERS);
            assertThat(error(Results.await(api.orders(100, 0, PERMIT))))
                    .isEqualTo(new ApiError.Unreadable(200, "the body is longer than 1048576 bytes"));
            assertThat(error(Results.await(api.balance(PERMIT)))).isInstanceOf(ApiError.Unreadable.class);
        }
    }

    @Test
    void notEvenThatListMayBeEndless() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    if (connection.read().isPresent()) {
                        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                        String chunk = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";
                        while (true) {
                            connection.write(chunk);
                        }
                    }
                });
                PublishedApi api = PublishedClient.create(
                        new ClientSettings(server.uri("http"), Duration.ofSeconds(50), 1),
                        TokenSource.fixed("t0ken"))) {
            assertThat(error(Results.await(api.activeOrders(PERMIT))))
                    .isEqualTo(new ApiError.Unreadable(200, "the body is longer than 16777216 bytes"));
        }
    }

    private static PublishedApi client(RecordingServer server) {
        return PublishedClient.create(
                ClientSettings.defaults().withBaseUri(server.base()).withTimeout(Duration.ofSeconds(50)),
                TokenSource.fixed("t0ken"));
    }
}
