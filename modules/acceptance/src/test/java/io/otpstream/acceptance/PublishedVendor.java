package io.otpstream.acceptance;

import static io.otpstream.acceptance.ApiAnswers.value;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.ArrivalCurve;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.PublishedClient;
import io.otpstream.smscode.TokenSource;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A vendor that keeps the published contract, whose clock stands still, and a client. Codes arrive after 21 s. */
final class PublishedVendor implements AutoCloseable {

    static final Permit PERMIT = Permit.untimed("request/1/1");
    static final int INDONESIA = 6;
    static final int WHATSAPP = 1;
    static final long PRICE_IDR = 3_000;

    static final SimulatorSettings SETTINGS = SimulatorSettings.defaults()
            .withDialect(Dialect.PUBLISHED)
            .withArrival(new ArrivalCurve(Duration.ofSeconds(21), 0, 1));

    private final StandingTime time = new StandingTime();
    private final Simulator simulator;
    private final PublishedApi api;
    private int keys;

    PublishedVendor() {
        this(SETTINGS);
    }

    PublishedVendor(SimulatorSettings settings) {
        simulator = Simulator.start(settings, time);
        api = client(Simulator.TOKEN, ApiAnswers.PATIENCE);
    }

    Simulator simulator() {
        return simulator;
    }

    PublishedApi api() {
        return api;
    }

    /** Another client; the caller closes it. */
    PublishedApi client(String token, Duration timeout) {
        return PublishedClient.create(
                ClientSettings.defaults().withBaseUri(simulator.baseUri()).withTimeout(timeout),
                TokenSource.fixed(token),
                time::instant);
    }

    PublishedApi client(String token) {
        return client(token, ApiAnswers.PATIENCE);
    }

    void pass(Duration span) {
        time.advance(span);
    }

    /** Numbers of Indonesia at any price. */
    byte[] body(int platformId, int quantity) {
        return api.createBody(wish(platformId), quantity);
    }

    static ProductWish wish(int platformId) {
        return new ProductWish(INDONESIA * 1_000 + platformId, null, RoutingPolicy.CHEAPEST, null);
    }

    /** One purchase under a key of its own. */
    CompletionStage<ApiResult<Purchased>> create(int platformId, int quantity) {
        keys++;
        return api.createOrders("key-" + keys, body(platformId, quantity), PERMIT);
    }

    /** One order that is placed. */
    Order buy(int platformId) {
        return value(create(platformId, 1)).orders().getFirst();
    }

    Order look(String orderId) {
        return value(api.order(orderId, PERMIT));
    }

    long balance() {
        return value(api.balance(PERMIT)).amountIdr();
    }

    @Override
    public void close() {
        api.close();
        simulator.close();
    }
}
