package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.GuideVariant;
import io.otpstream.benchmarks.budget.GuideWorkers;
import io.otpstream.benchmarks.budget.Measurement;
import io.otpstream.benchmarks.budget.PublishedFigures;
import io.otpstream.domain.api.GuideApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * What becomes of a budget of requests, in virtual time: each client has a vendor of its own, and all vendors have the
 * same fates in store for their orders.
 */
public final class VirtualBudget {

    /** How many clients {@link #run} measures. */
    public static final int CLIENTS = 4;

    /** How many clients {@link #runPublished} measures. */
    public static final int PUBLISHED_CLIENTS = 3;

    private final Agenda agenda = new Agenda();
    private final SimulatedVendor vendor;
    private final Measurement measurement;
    private final long seed;

    private VirtualBudget(long seed, VendorRules rules) {
        this.seed = seed;
        this.vendor = new SimulatedVendor(agenda, rules);
        this.measurement = new Measurement(agenda::instant, vendor::counts);
    }

    /** Measures all clients, one after the other. The same arguments give the same figures on every machine. */
    public static BudgetFigures run(long seed, VirtualTime time) {
        return new BudgetFigures(
                guide(GuideVariant.PACED, seed, time),
                guide(GuideVariant.UNPACED, seed, time),
                otpstream(Demand.backlog(BudgetTerms.BACKLOG), seed, time),
                otpstream(Demand.atOnce(BudgetTerms.LIGHT_LOAD), seed, time));
    }

    /** Measures the pipeline in the published dialect, and the guide's client in the guide's. */
    public static PublishedFigures runPublished(long seed, VirtualTime time) {
        return new PublishedFigures(
                guide(GuideVariant.PACED, seed, time),
                published(Pushing.NONE, seed, time),
                published(Pushing.TEXTS, seed, time));
    }

    static Figures published(Pushing pushing, long seed, VirtualTime time) {
        VirtualBudget budget = new VirtualBudget(seed, rules(seed).published());
        Demand demand = Demand.backlog(BudgetTerms.BACKLOG);
        SteadyPipeline.start(budget.agenda, budget.vendor, seed, demand, pushing, budget.measurement::ended);
        return budget.measure(time);
    }

    private static VendorRules rules(long seed) {
        return VendorRules.strict(seed, BudgetTerms.REQUESTS_PER_MINUTE);
    }

    static Figures guide(GuideVariant variant, long seed, VirtualTime time) {
        VirtualBudget budget = new VirtualBudget(seed, rules(seed));
        GuideWorkers.start(variant, budget.connection(), budget.agenda, budget.measurement::ended);
        return budget.measure(time);
    }

    static Figures otpstream(Demand demand, long seed, VirtualTime time) {
        VirtualBudget budget = new VirtualBudget(seed, rules(seed));
        SteadyPipeline.start(budget.agenda, budget.vendor, seed, demand, Pushing.NONE, budget.measurement::ended);
        return budget.measure(time);
    }

    private GuideApi connection() {
        Random random = new Random(seed);
        Wire wire = new Wire(agenda, agenda::instant, random, Faults.none(), vendor, callId -> {}, Runnable::run);
        return new SimulatedApi(agenda, random, wire, vendor, Set.of(BudgetTerms.COUNTRY_ID));
    }

    private Figures measure(VirtualTime time) {
        live(0, time.warmUp().toMinutes(), time.onMinute());
        measurement.begin();
        live(time.warmUp().toMinutes(), time.minutes(), time.onMinute());
        return measurement.figures(() -> this::textedAt);
    }

    private void live(long fromMinute, long toMinute, Runnable onMinute) {
        for (long minute = fromMinute; minute < toMinute; minute++) {
            agenda.runUntil(Duration.ofMinutes(minute + 1));
            onMinute.run();
        }
    }

    private Instant textedAt(String orderId) {
        return Objects.requireNonNull(vendor.order(orderId).textedAt(), "a code without a text");
    }
}
