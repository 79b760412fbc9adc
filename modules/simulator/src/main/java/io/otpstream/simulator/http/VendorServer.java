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
    private final Contract contract;
    private final Connections connections;

    private VendorServer(Javalin javalin, Contract contract, Connections connections) {
        this.javalin = javalin;
        this.contract = contract;
        this.connections = connections;
    }

    /** Returns once it answers. */
    public static VendorServer start(VendorDesk desk, String host, int port) {
        Connections connections = new Connections();
        Contract contract = contract(desk, connections);
        Javalin javalin = Javalin.create(config -> configure(config, desk, contract));
        boolean started = false;
        try {
            javalin.start(host, port);
            started = true;
        } finally {
            if (!started) {
                contract.close();
            }
        }
        contract.start();
        return new VendorServer(javalin, contract, connections);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        contract.close();
        connections.close();
        javalin.stop();
    }

    private static Contract contract(VendorDesk desk, Connections connections) {
        return switch (desk.dialect()) {
            case GUIDE -> new GuideDialect(desk, connections);
            case PUBLISHED -> new PublishedDialect(desk, connections);
        };
    }

    private static void configure(JavalinConfig config, VendorDesk desk, Contract contract) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = contract.largestBody();
        contract.addTo(config.routes);
        new ControlRoutes(desk).addTo(config.routes);
        GuideErrors control = new GuideErrors(desk.clock());
        config.routes.exception(RefusedException.class, (refused, ctx) -> {
            boolean behind = ctx.path().startsWith("/simulator");
            Answer answer = behind
                    ? control.refusalWithField(refused)
                    : contract.spelling().refusal(refused);
            answer.send(ctx);
        });
        config.routes.exception(HttpResponseException.class, contract::unserved);
        config.routes.exception(Exception.class, VendorServer::fault);
    }

    private static void fault(Exception e, Context ctx) {
        LOG.error("the simulator failed at {}", ctx.endpoint().path, e);
        Answer.error(500, "INTERNAL_ERROR", "the simulator itself failed").send(ctx);
    }
}
