package io.otpstream.app.bench;

import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.GuideVariant;
import io.otpstream.benchmarks.budget.GuideWorkers;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.simulator.Simulator;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.GuideClient;
import io.otpstream.smscode.TokenSource;
import java.time.Duration;
import java.util.function.Consumer;

/** The guide's client at work in real time, with the pipeline's own HTTP client, on a vendor of its own. */
final class BudgetGuide implements BudgetContender {

    private final BudgetVendor vendor;
    private final GuideApi api;
    private final RealTimetable timetable;
    private final GuideVariant variant;

    /** @param onFailure told if it can't go on */
    BudgetGuide(GuideVariant variant, long seed, Consumer<Throwable> onFailure) {
        this.variant = variant;
        this.vendor = new BudgetVendor(seed, Dialect.GUIDE);
        this.api = GuideClient.create(
                ClientSettings.defaults().withBaseUri(vendor.api()), TokenSource.fixed(Simulator.TOKEN));
        this.timetable = new RealTimetable(onFailure);
    }

    @Override
    public void start() {
        timetable.after(Duration.ZERO, () -> GuideWorkers.start(variant, api, timetable, vendor::ended));
    }

    @Override
    public void begin() {
        vendor.begin();
    }

    @Override
    public Figures figures() {
        return vendor.figures();
    }

    @Override
    public void close() {
        timetable.close();
        api.close();
        vendor.close();
    }
}
