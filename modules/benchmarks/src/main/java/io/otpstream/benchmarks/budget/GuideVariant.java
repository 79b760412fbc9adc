package io.otpstream.benchmarks.budget;

/** How many workers follow the guide, and whether they mind the budget. */
public enum GuideVariant {
    /**
     * As many as the budget feeds: each makes 9.6 requests in 42 s, so that 22 want 300 a minute. Their requests leave
     * one by one, evenly, so that none is refused, and hardly later than the guide wants them.
     */
    PACED(22),

    /** The number that the guide calls the most: 12 looks a minute each are 300, and their orders come on top. */
    UNPACED(25);

    private final int workers;

    GuideVariant(int workers) {
        this.workers = workers;
    }

    int workers() {
        return workers;
    }

    /** For one group of workers. */
    Pacing pacing() {
        return switch (this) {
            case PACED -> Pacing.within(BudgetTerms.REQUESTS_PER_MINUTE);
            case UNPACED -> Pacing.none();
        };
    }
}
