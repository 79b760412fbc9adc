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

    private final Agenda agenda = new Agenda();
    private final SimulatedVendor vendor;
    private final Measurement measurement;
    private final long seed;

    private VirtualBudget(long seed, VendorRules rules) {
        this.seed = seed;
        this.vendor = new SimulatedVendor(agenda, rules);
        this.measurement = new Measurement(agenda::instant, vendor::counts);
    }

    /**
     * Measures all clients, one after the other. The same arguments give the same figures on every machine.
     *
     * @param warmUp what the measured time follows on
     */
    public static BudgetFigures run(long seed, Duration warmUp, Duration measured) {
        return new BudgetFigures(
                guide(GuideVariant.PACED, seed, warmUp, measured),
                guide(GuideVariant.UNPACED, seed, warmUp, measured),
                otpstream(Demand.backlog(BudgetTerms.BACKLOG), seed, warmUp, measured),
                otpstream(Demand.atOnce(BudgetTerms.LIGHT_LOAD), seed, warmUp, measured));
    }

    /**
     * Measures the pipeline in the published dialect, and the guide's client in the guide's.
     *
     * @param warmUp what the measured time follows on
     */
    public static PublishedFigures runPublished(long seed, Duration warmUp, Duration measured) {
        return new PublishedFigures(
                guide(GuideVariant.PACED, seed, warmUp, measured),
                published(Pushing.NONE, seed, warmUp, measured),
                published(Pushing.TEXTS, seed, warmUp, measured));
    }

    static Figures published(Pushing pushing, long seed, Duration warmUp, Duration measured) {
        VirtualBudget budget = new VirtualBudget(seed, rules(seed).published());
        Demand demand = Demand.backlog(BudgetTerms.BACKLOG);
        SteadyPipeline.start(budget.agenda, budget.vendor, seed, demand, pushing, budget.measurement::ended);
        return budget.measure(warmUp, measured);
    }

    private static VendorRules rules(long seed) {
        return VendorRules.strict(seed, BudgetTerms.REQUESTS_PER_MINUTE);
    }

    static Figures guide(GuideVariant variant, long seed, Duration warmUp, Duration measured) {
        VirtualBudget budget = new VirtualBudget(seed, rules(seed));
        GuideWorkers.start(variant, budget.connection(), budget.agenda, budget.measurement::ended);
        return budget.measure(warmUp, measured);
    }

    static Figures otpstream(Demand demand, long seed, Duration warmUp, Duration measured) {
        VirtualBudget budget = new VirtualBudget(seed, rules(seed));
        SteadyPipeline.start(budget.agenda, budget.vendor, seed, demand, Pushing.NONE, budget.measurement::ended);
        return budget.measure(warmUp, measured);
    }

    private GuideApi connection() {
        Random random = new Random(seed);
        Wire wire = new Wire(agenda, agenda::instant, random, Faults.none(), vendor, callId -> {}, Runnable::run);
        return new SimulatedApi(agenda, random, wire, vendor, Set.of(BudgetTerms.COUNTRY_ID));
    }

    private Figures measure(Duration warmUp, Duration measured) {
        agenda.runUntil(warmUp);
        measurement.begin();
        agenda.runUntil(warmUp.plus(measured));
        return measurement.figures(() -> this::textedAt);
    }

    private Instant textedAt(String orderId) {
        return Objects.requireNonNull(vendor.order(orderId).textedAt(), "a code without a text");
    }
}
