package io.otpstream.dashboard.api;

import static io.otpstream.dashboard.tables.TableFixture.NOW;
import static io.otpstream.dashboard.tables.TableFixture.indonesia;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Severity;
import io.otpstream.contract.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {

    private final ApiFixture api = ApiFixture.open();
    private final List<Stream> streams = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Stream stream : streams) {
            stream.socket().close();
        }
        api.close();
    }

    @Test
    void theFirstSnapshotComesAtOnceAndAnotherWhenSomethingChanges() throws IOException {
        Stream stream = open();
        assertThat(stream.next("data: ")).contains("\"rates\":[]");

        api.tables.row(Topics.SUCCESS_RATES, "6", indonesia(4));

        assertThat(stream.next("data: ")).contains("\"country_name\":\"Indonesia\"", "\"codes\":4");
    }

    @Test
    void aSignOfLifeComesWhileNothingChanges() throws IOException {
        Stream stream = open();
        stream.next("data: ");

        assertThat(stream.next(":", "data: ")).isEqualTo(": still here");
    }

    @Test
    void noMoreAreServedThanThereArePlaces() throws IOException {
        for (int i = 0; i < EventRoutes.MOST_CLIENTS; i++) {
            open().next("data: ");
        }

        assertThat(open().next("HTTP/1.1 ")).startsWith("HTTP/1.1 503");

        streams.getFirst().socket().close();
        api.tables.row(Topics.SUCCESS_RATES, "6", indonesia(5));
        // It is missed at the second write that fails, which may be the next sign of life.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(open().next("HTTP/1.1 ")).startsWith("HTTP/1.1 200"));
    }

    @Test
    void whoTakesNothingIsDropped() throws IOException {
        for (int i = 0; i < 400; i++) {
            // Far more than the buffers of a connection hold.
            api.tables.row(Topics.ALERTS, "k", bulky("s" + i));
        }
        Stream slow = open();
        await().until(() -> api.snapshots.watchers() == 1);

        await().atMost(Duration.ofSeconds(40)).until(() -> api.snapshots.watchers() == 0);
        assertThat(slow.socket().isConnected()).isTrue();
    }

    private static Alert bulky(String subject) {
        return Alert.raised("k", subject, "x".repeat(100_000), "y", NOW, Severity.INFO);
    }

    private Stream open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
        socket.getOutputStream().write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
        Stream stream = new Stream(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
        streams.add(stream);
        return stream;
    }

    private record Stream(Socket socket, BufferedReader lines) {

        /** The next line that begins with one of these. */
        String next(String... beginnings) throws IOException {
            String line = lines.readLine();
            while (line != null) {
                for (String beginning : beginnings) {
                    if (line.startsWith(beginning)) {
                        return line;
                    }
                }
                line = lines.readLine();
            }
            throw new AssertionError("the stream has ended");
        }
    }
}
