package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.Wire.Pays;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** What a process calls in the guide's dialect. */
final class SimulatedApi implements GuideApi {

    private static final Duration LOOK_GAP = Duration.ofSeconds(5);

    /** Looks leave after the commit, so that of two owners only one looks. */
    private static final Object ALL_PROCESSES = "all processes";

    private final Agenda agenda;
    private final RandomGenerator random;
    private final SimulatedVendor vendor;
    private final Set<Integer> countryIds;
    private final Wire wire;
    private final long startNanos;
    private boolean lookedTooSoon;

    SimulatedApi(Agenda agenda, RandomGenerator random, Wire wire, SimulatedVendor vendor, Set<Integer> countryIds) {
        this.agenda = agenda;
        this.startNanos = agenda.nanos();
        this.random = random;
        this.wire = wire;
        this.vendor = vendor;
        this.countryIds = countryIds;
    }

    /** Whether it has looked within 5 s of taking over at an order that another owner had looked at. */
    boolean lookedTooSoon() {
        return lookedTooSoon;
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> new ApiResult.Success<>(new Balance("IDR", 1_000_000)));
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return wire.call(
                permit,
                Pays.NOTHING,
                () -> new ApiResult.Success<>(countryIds.stream()
                        .map(id -> new Country(id, null, null))
                        .toList()));
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return wire.call(
                permit,
                Pays.NOTHING,
                () -> new ApiResult.Success<>(
                        List.of(new Product(countryId, 1, SimulatedVendor.PRICE_IDR, vendor.availableCount(random)))));
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        return wire.call(permit, Pays.EACH_TIME, () -> new ApiResult.Success<>(vendor.create(permit.callId())));
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        lookedTooSoon |= agenda.nanos() - startNanos < LOOK_GAP.toNanos() && vendor.wasLookedAt(orderId, startNanos);
        return wire.call(permit, Pays.NOTHING, () -> vendor.look(orderId, ALL_PROCESSES));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return wire.call(permit, Pays.NOTHING, () -> vendor.cancel(orderId));
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
