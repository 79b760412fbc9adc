package io.otpstream.smscode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does on each connection what a test says, down to the byte. */
final class RawServer implements AutoCloseable {

    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    interface Script {
        void run(Connection connection) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger closedByClient = new AtomicInteger();

    RawServer(Script script) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofVirtual().start(this::acceptAll);
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/v1");
    }

    /** Every request of which at least one byte arrived. */
    List<String> requests() {
        return requests;
    }

    int accepted() {
        return accepted.get();
    }

    int stillOpen() {
        return open.size();
    }

    int closedByClient() {
        return closedByClient.get();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.run(new Connection(socket));
        } catch (IOException e) {
            closedByClient.incrementAndGet();
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One accepted connection. */
    final class Connection {

        private final Socket socket;
        private final InputStream in;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
        }

        /** Reads one request with its body; empty when the client closed instead of sending one. */
        Optional<String> read() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                String text = "";
                int length = 0;
                while (!text.contains("\r\n\r\n") || text.length() < text.indexOf("\r\n\r\n") + 4 + length) {
                    int next = in.read();
                    if (next < 0) {
                        return Optional.empty();
                    }
                    bytes.write(next);
                    text = bytes.toString(StandardCharsets.ISO_8859_1);
                    if (length == 0 && text.endsWith("\r\n\r\n")) {
                        length = contentLength(text);
                    }
                }
                return Optional.of(text);
            } finally {
                remember(bytes);
            }
        }

        /** Whatever came, however it ended: one byte is enough to have been sent. */
        private void remember(ByteArrayOutputStream bytes) {
            if (bytes.size() > 0) {
                requests.add(bytes.toString(StandardCharsets.ISO_8859_1));
            }
        }

        /** Reads what has come unasked, so that it counts among the requests. */
        private void drain() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(in.readNBytes(in.available()));
            remember(bytes);
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** A whole answer that leaves the connection open. */
        void answer(int status, String body) throws IOException {
            write("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
        }

        /** Waits until the client closes the connection. */
        void hang() throws IOException {
            while (in.read() >= 0) {
                // What the client still has to say doesn't matter.
            }
            closedByClient.incrementAndGet();
        }

        /** Repeats a text, slowly, until the client closes the connection. */
        void dripUntilClosed(String text) throws IOException {
            socket.setSoTimeout(10);
            while (true) {
                write(text);
                try {
                    if (in.read() < 0) {
                        closedByClient.incrementAndGet();
                        return;
                    }
                } catch (SocketTimeoutException e) {
                    // Still there: the next drop.
                }
            }
        }

        void close() throws IOException {
            drain();
            socket.close();
        }

        /** Ends this side and waits until the client has seen that and ended its own. */
        void closeAndAwaitClient() throws IOException {
            socket.shutdownOutput();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            remember(bytes);
            closedByClient.incrementAndGet();
        }

        /** Closes with a reset instead of an orderly end. */
        void reset() throws IOException {
            drain();
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private static int contentLength(String head) {
            return head.lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.startsWith("content-length:"))
                    .map(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
        }
    }
}
