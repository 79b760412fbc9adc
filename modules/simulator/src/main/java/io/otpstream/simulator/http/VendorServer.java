package io.otpstream.simulator.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.VendorDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. It keeps no access log, since paths and bodies name orders, numbers and tokens. */
public final class VendorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VendorServer.class);
    private static final long LARGEST_BODY = 64 * 1024;

    private final Javalin javalin;
    private final Connections connections;

    private VendorServer(Javalin javalin, Connections connections) {
        this.javalin = javalin;
        this.connections = connections;
    }

    /** Returns once it answers. */
    public static VendorServer start(VendorDesk desk, String host, int port) {
        Connections connections = new Connections();
        Javalin javalin = Javalin.create(config -> configure(config, desk, connections));
        return new VendorServer(javalin.start(host, port), connections);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        connections.close();
        javalin.stop();
    }

    private static void configure(JavalinConfig config, VendorDesk desk, Connections connections) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        new GuideDialect(desk, new Counter(desk, connections)).addTo(config.routes);
        new ControlRoutes(desk).addTo(config.routes);
        config.routes.exception(RefusedException.class, (refused, ctx) -> refuse(refused, ctx, desk));
        config.routes.exception(HttpResponseException.class, VendorServer::unserved);
        config.routes.exception(Exception.class, VendorServer::fault);
    }

    private static void refuse(RefusedException refused, Context ctx, VendorDesk desk) {
        boolean control = ctx.path().startsWith("/simulator");
        Answer answer =
                control ? Answer.refusalWithField(refused, desk.clock()) : Answer.refusal(refused, desk.clock());
        answer.send(ctx);
    }

    /** No such path or method, or a body that is too large. */
    private static void unserved(HttpResponseException e, Context ctx) {
        Answer.error(e.getStatus(), codeOf(e.getStatus()), "the API has nothing here that takes this request")
                .send(ctx);
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 413 -> "PAYLOAD_TOO_LARGE";
            default -> "HTTP_" + status;
        };
    }

    private static void fault(Exception e, Context ctx) {
        LOG.error("the simulator failed at {}", ctx.endpoint().path, e);
        Answer.error(500, "INTERNAL_ERROR", "the simulator itself failed").send(ctx);
    }
}
