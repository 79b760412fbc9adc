package io.otpstream.simulator;

import io.javalin.util.JavalinBindException;
import io.otpstream.simulator.http.VendorServer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Delivery;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.RequestLog;
import io.otpstream.simulator.vendor.TimeSource;
import io.otpstream.simulator.vendor.TokenState;
import io.otpstream.simulator.vendor.Vendor;
import io.otpstream.simulator.vendor.VendorDesk;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running simulator. What people can do at {@link #controlUri()} programs can do by these methods. Safe for use by
 * several threads.
 */
public final class Simulator implements AutoCloseable {

    /** A token that may do everything. */
    public static final String TOKEN = "simulator-token";

    /** A token that lacks every permission: 403. Any other token is answered with 401. */
    public static final String FORBIDDEN_TOKEN = "forbidden-token";

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private final VendorDesk desk;
    private final VendorServer server;
    private final URI root;

    private Simulator(VendorDesk desk, VendorServer server, URI root) {
        this.desk = desk;
        this.server = server;
        this.root = root;
    }

    /**
     * Starts a simulator and returns once it answers.
     *
     * @throws SimulatorStartException when the port is taken or the address is none of this machine's
     */
    public static Simulator start(SimulatorSettings settings) {
        return start(settings, TimeSource.SYSTEM);
    }

    /** The same with clocks of the caller's own. */
    public static Simulator start(SimulatorSettings settings, TimeSource time) {
        Vendor vendor = new Vendor(settings.rules(), new SecureRandom().nextLong());
        vendor.setToken(TOKEN, TokenState.VALID);
        vendor.setToken(FORBIDDEN_TOKEN, TokenState.FORBIDDEN);
        VendorDesk desk = new VendorDesk(vendor, new ModelClock(time, settings.speed()));
        try {
            VendorServer server = VendorServer.start(desk, settings.host(), settings.port());
            Simulator simulator = new Simulator(desk, server, root(settings.host(), server.port()));
            LOG.info(
                    "simulator: API {}, dialect {}, control {}, speed {}",
                    simulator.baseUri(),
                    settings.rules().dialect(),
                    simulator.controlUri(),
                    settings.speed());
            return simulator;
        } catch (JavalinBindException e) {
            throw new SimulatorStartException(
                    "the simulator can't listen on " + settings.host() + " port " + settings.port()
                            + ": the port is taken or the address isn't this machine's; port 0 takes a free one",
                    e);
        }
    }

    /** Where customers call: {@code http://127.0.0.1:PORT/v1}. */
    public URI baseUri() {
        return root.resolve("/v1");
    }

    /** Where people and tests look behind the counter: {@code http://127.0.0.1:PORT/simulator}. */
    public URI controlUri() {
        return root.resolve("/simulator");
    }

    /** The truth at this moment. */
    public Ledger ledger() {
        return desk.ask((vendor, now) -> vendor.ledger(now, desk.clock()));
    }

    /** How many requests of each kind were let in since the start; none for a kind that never was. */
    public Map<ApiCall, Long> calls() {
        return desk.ask((vendor, now) -> vendor.calls());
    }

    /** The latest requests to the API, up to ten thousand, in the order in which they came. */
    public List<RequestLog.Entry> requests() {
        return desk.ask((vendor, now) -> vendor.requests(desk.clock()));
    }

    /**
     * Texts a rented number; from then on its order follows texts instead of the curve.
     *
     * @return the state of the order then: completed, or in the published dialect otp_received
     * @throws RefusedException when no live order has the number, or in the guide's dialect the text holds no code
     */
    public OrderStatus text(String to, String text) {
        return desk.ask((vendor, now) -> vendor.text(to, text, now).status());
    }

    /** Adds to the balance; whole rupiah. */
    public void deposit(long amountIdr) {
        desk.tell((vendor, now) -> vendor.deposit(amountIdr));
    }

    /** Replaces the balance; whole rupiah. */
    public void setBalance(long balanceIdr) {
        desk.tell((vendor, now) -> vendor.setBalance(balanceIdr));
    }

    /**
     * Replaces the number of phone numbers that are left of a product.
     *
     * @throws RefusedException when there is no such country or platform
     */
    public void setStock(int countryId, int platformId, int availableCount) {
        desk.tell((vendor, now) -> vendor.setStock(countryId, platformId, availableCount));
    }

    /** Makes a token, or changes what it is worth. */
    public void setToken(String token, TokenState state) {
        desk.tell((vendor, now) -> vendor.setToken(token, state));
    }

    /** From now on the token is answered with 401. */
    public void revokeToken(String token) {
        setToken(token, TokenState.REVOKED);
    }

    /** Which contract it keeps. */
    public Dialect dialect() {
        return desk.dialect();
    }

    /** Refuses new orders for so long of model time, as the abuse guard does; only in the published dialect. */
    public void ban(Duration span) {
        desk.tell((vendor, now) -> vendor.ban(span, "HARD", now));
    }

    /** Ends a ban. */
    public void liftBan() {
        desk.tell((vendor, now) -> vendor.liftBan());
    }

    /** Refuses the next requests of a call, so many of them, whatever they ask for. */
    public void refuseNext(ApiCall call, Refusal refusal, int times) {
        desk.tell((vendor, now) -> vendor.refuseNext(call, refusal, times));
    }

    /** The latest events for the webhook, up to ten thousand, in the order in which they happened. */
    public List<Delivery.Entry> deliveries() {
        return desk.ask((vendor, now) -> vendor.webhooks().log(desk.clock()));
    }

    /**
     * Sends events as the published contract allows: some twice, and not in the order in which they happened.
     *
     * @param duplicates share that is sent twice, 0 to 1
     * @param shuffle by which an event is late at most, model time
     */
    public void setWebhookMischief(double duplicates, Duration shuffle) {
        desk.tell((vendor, now) -> vendor.webhooks().setMischief(duplicates, shuffle));
    }

    /** Starts an outage, in place of the one that may be on. */
    public void startOutage(Outage outage) {
        desk.tell((vendor, now) -> vendor.setOutage(outage));
    }

    /** Everything works again. */
    public void endOutage() {
        startOutage(Outage.none());
    }

    /** Stops listening and drops the connections that are held without an answer. */
    @Override
    public void close() {
        server.close();
    }

    /** A wildcard address is nothing that a client can connect to, so the URIs name loopback then. */
    private static URI root(String host, int port) {
        boolean wildcard = host.equals("0.0.0.0") || host.equals("::");
        String name = wildcard ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + port);
    }
}
