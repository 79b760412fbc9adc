package io.otpstream.dashboard.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import io.otpstream.dashboard.DashboardSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes behind the guard. It keeps no access log. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long LARGEST_BODY = 1024;

    /** After which a client that takes nothing is let go. */
    private static final Duration STUCK = Duration.ofSeconds(10);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Returns once it answers.
     *
     * @throws DashboardStartException when it can't listen there
     */
    public static HttpServer start(DashboardSettings settings, List<Routes> routes) {
        Javalin javalin = Javalin.create(config -> configure(config, settings, routes));
        try {
            return new HttpServer(javalin.start(settings.host(), settings.port()));
        } catch (JavalinException e) {
            javalin.stop();
            throw new DashboardStartException(settings.host(), settings.port(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, DashboardSettings settings, List<Routes> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setIdleTimeout(STUCK.toMillis());
            http.setSendServerVersion(false);
        });
        config.routes.before(new Guard(settings)::check);
        routes.forEach(each -> each.addTo(config.routes));
        config.routes.exception(ApiException.class, HttpServer::refuse);
        config.routes.exception(HttpResponseException.class, HttpServer::unserved);
        config.routes.exception(Exception.class, HttpServer::fault);
    }

    private static void refuse(ApiException refused, Context ctx) {
        error(ctx, refused.status(), refused.code(), String.valueOf(refused.getMessage()), refused.field());
    }

    private static void unserved(HttpResponseException e, Context ctx) {
        switch (e.getStatus()) {
            case 404 -> error(ctx, 404, "not_found", "there is nothing at this path", Optional.empty());
            case 405 -> error(ctx, 405, "method_not_allowed", "expected GET", Optional.empty());
            default -> error(ctx, e.getStatus(), "refused", "the request can't be served", Optional.empty());
        }
    }

    private static void fault(Exception e, Context ctx) {
        LOG.error("The dashboard failed to answer", e);
        error(ctx, 500, "internal_error", "the dashboard failed; its log says why", Optional.empty());
    }

    private static void error(Context ctx, int status, String code, String message, Optional<String> field) {
        ObjectNode answer = ApiJson.empty();
        ObjectNode error = answer.putObject("error").put("code", code).put("message", message);
        field.ifPresent(name -> error.put("field", name));
        ctx.status(status);
        ApiJson.send(ctx, answer);
    }
}
