package io.otpstream.app.bench;

import io.otpstream.app.local.LocalWebhook;
import io.otpstream.app.local.SimulatedDialect;
import io.otpstream.benchmarks.budget.ApiCounts;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.Measurement;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.ArrivalCurve;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.PublishedClient;
import io.otpstream.smscode.TokenSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A simulator for one client, in this process, and what that client achieves with it. */
final class BudgetVendor implements AutoCloseable {

    /** As in virtual time. */
    private static final Duration LATENCY = Duration.ofMillis(40);

    /** Never used up, however long it takes. */
    private static final long BALANCE_IDR = 1_000_000_000_000L;

    private static final Set<ApiCall> LOOKS = EnumSet.of(ApiCall.LOOK, ApiCall.ACTIVE, ApiCall.LIST);

    private static final int STOCK = 1_000_000_000;

    private final Simulator simulator;
    private final Measurement measurement;

    BudgetVendor(long seed, Dialect dialect) {
        simulator = Simulator.start(SimulatorSettings.defaults()
                .withDialect(SimulatedDialect.of(dialect))
                .withSeed(seed)
                .withArrival(ArrivalCurve.ordinary())
                .withRequestsPerMinute(BudgetTerms.REQUESTS_PER_MINUTE)
                .withLatency(LATENCY)
                .withStartBalanceIdr(BALANCE_IDR));
        simulator.setStock(BudgetTerms.COUNTRY_ID, BudgetTerms.PLATFORM_ID, STOCK);
        measurement = new Measurement(InstantSource.system(), this::counts);
    }

    URI api() {
        return simulator.baseUri();
    }

    /** What was before doesn't count. */
    void begin() {
        measurement.begin();
    }

    /** A verification has come to its end; the order is the one that brought a code, if one did. */
    void ended(Optional<String> orderOfCode) {
        measurement.ended(orderOfCode);
    }

    Figures figures() {
        return measurement.figures(this::textedAt);
    }

    /** When texts came until now, by their orders. */
    private Function<String, Instant> textedAt() {
        Map<String, Instant> texts = new HashMap<>();
        for (Ledger.Entry order : simulator.ledger().orders()) {
            if (order.arrivedAt() != null) {
                texts.put(order.orderId(), order.arrivedAt());
            }
        }
        return orderId -> {
            Instant arrived = texts.get(orderId);
            if (arrived == null) {
                throw new IllegalStateException("the ledger has no text of an order that brought a code");
            }
            return arrived;
        };
    }

    /** Events are pushed there from now on. */
    void push(URI receiver, String secret) {
        try (PublishedApi api = PublishedClient.create(
                ClientSettings.defaults().withBaseUri(api()), TokenSource.fixed(Simulator.TOKEN))) {
            LocalWebhook.push(api, receiver, secret);
        }
    }

    private ApiCounts counts() {
        Map<ApiCall, Long> calls = simulator.calls();
        Ledger ledger = simulator.ledger();
        long orders = ledger.orders().size();
        return new ApiCounts(
                ledger.totals().requests(),
                LOOKS.stream().mapToLong(call -> calls.getOrDefault(call, 0L)).sum(),
                ledger.totals().requests429(),
                ledger.creates().isEmpty() ? orders : ledger.creates().size(),
                orders,
                calls.getOrDefault(ApiCall.FINISH, 0L));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
