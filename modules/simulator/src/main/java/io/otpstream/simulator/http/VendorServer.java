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
        config.http.prefer405over404 = true;
        switch (desk.dialect()) {
            case GUIDE -> guide(config, desk, connections);
            case PUBLISHED -> published(config, desk, connections);
        }
        new ControlRoutes(desk).addTo(config.routes);
        config.routes.exception(Exception.class, VendorServer::fault);
    }

    private static void guide(JavalinConfig config, VendorDesk desk, Connections connections) {
        Spelling spelling = new GuideErrors(desk.clock());
        config.http.maxRequestSize = GuideDialect.LARGEST_BODY;
        new GuideDialect(desk, new Counter(desk, spelling, connections)).addTo(config.routes);
        refusing(config, desk, spelling);
        config.routes.exception(HttpResponseException.class, GuideDialect::unserved);
    }

    private static void published(JavalinConfig config, VendorDesk desk, Connections connections) {
        Spelling spelling = new PublishedErrors(desk.clock());
        config.http.maxRequestSize = PublishedDialect.LARGEST_BODY;
        new PublishedDialect(desk, spelling, new Counter(desk, spelling, connections)).addTo(config.routes);
        refusing(config, desk, spelling);
        config.routes.exception(HttpResponseException.class, PublishedDialect::unserved);
    }

    private static void refusing(JavalinConfig config, VendorDesk desk, Spelling spelling) {
        GuideErrors control = new GuideErrors(desk.clock());
        config.routes.exception(RefusedException.class, (refused, ctx) -> {
            Answer answer =
                    ctx.path().startsWith("/simulator") ? control.refusalWithField(refused) : spelling.refusal(refused);
            answer.send(ctx);
        });
    }

    private static void fault(Exception e, Context ctx) {
        LOG.error("the simulator failed at {}", ctx.endpoint().path, e);
        Answer.error(500, "INTERNAL_ERROR", "the simulator itself failed").send(ctx);
    }
}
