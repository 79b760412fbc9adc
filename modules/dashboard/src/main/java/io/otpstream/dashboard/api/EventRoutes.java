package io.otpstream.dashboard.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.dashboard.api.Snapshots.Snapshot;
import io.otpstream.dashboard.http.ApiException;
import io.otpstream.dashboard.http.Routes;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events: a snapshot whenever something has changed, and a sign of life in between. Each client has a virtual
 * thread, which ends when the client leaves, or takes nothing for so long that the server closes the connection.
 */
public final class EventRoutes implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);

    static final int MOST_CLIENTS = 32;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Snapshots snapshots;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);

    /** @param snapshots stays the caller's; closing it ends all streams */
    public EventRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/events", this::stream);
    }

    private void stream(Context ctx) throws InterruptedException {
        if (!places.tryAcquire()) {
            ctx.header("Retry-After", "10");
            throw ApiException.busy("expected at most " + MOST_CLIENTS + " at a time to watch");
        }
        snapshots.watch();
        try {
            stream(ctx.contentType("text/event-stream; charset=utf-8").res().getOutputStream());
        } catch (IOException left) {
            LOG.debug("A client of the dashboard left", left);
        } finally {
            snapshots.leave();
            places.release();
        }
    }

    private void stream(ServletOutputStream out) throws IOException, InterruptedException {
        long seen = 0;
        send(out, "retry: 1000\n\n");
        while (!snapshots.isClosed()) {
            Optional<Snapshot> next = snapshots.awaitAfter(seen, HEARTBEAT);
            if (next.isPresent()) {
                seen = next.get().number();
                send(
                        out,
                        "event: snapshot\nid: " + seen + "\ndata: " + next.get().json() + "\n\n");
            } else {
                send(out, ": still here\n\n");
            }
        }
    }

    private static void send(ServletOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
