package io.otpstream.app.bench;

import io.otpstream.app.bench.FleetSettings.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** Fleets of several sizes, one after the other, and beside those with more than one instance the baseline. */
public final class Fleet {

    private final FleetSettings settings;
    private final Path directory;
    private final Narration narration;
    private int runs;

    /**
     * A run that hasn't begun.
     *
     * @param directory for logs and states; stays the caller's
     * @param narration told how it is going
     */
    public Fleet(FleetSettings settings, Path directory, Narration narration) {
        this.settings = settings;
        this.directory = directory;
        this.narration = narration;
    }

    /** Runs it to its end. */
    public FleetReport run() throws InterruptedException, ExecutionException, IOException {
        SortedMap<Integer, FleetFigures> byDemand = new TreeMap<>();
        SortedMap<Integer, FleetFigures> byPartitions = new TreeMap<>();
        for (int size : settings.sizes()) {
            byDemand.put(size, run(size, Split.DEMAND));
            if (size > 1) {
                byPartitions.put(size, run(size, Split.STATIC));
            }
        }
        return new FleetReport(settings, byDemand, byPartitions);
    }

    private FleetFigures run(int size, Split split) throws InterruptedException, ExecutionException, IOException {
        Path own = Files.createDirectories(directory.resolve(size + "-" + split.label()));
        FleetFigures figures = FleetRun.run(settings, size, split, own, narration);
        narration.stepTo(++runs);
        return figures;
    }
}
