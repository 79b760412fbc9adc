package io.otpstream.smscode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An ordinary HTTP server that remembers requests and gives each the same answer. */
final class RecordingServer implements AutoCloseable {

    /** A request; names of headers as the JDK's server spells them. */
    record Seen(String method, String target, Map<String, List<String>> headers, String body) {

        /** All but the headers. */
        String line() {
            return method + " " + target + " " + body;
        }
    }

    private record Reply(int status, Map<String, String> headers, String body) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Reply reply = new Reply(200, Map.of(), "");

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
    }

    List<Seen> seen() {
        return seen;
    }

    void answers(int status, Map<String, String> headers, String body) {
        reply = new Reply(status, headers, body);
    }

    private void handle(HttpExchange exchange) throws IOException {
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Reply now = reply;
        now.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
