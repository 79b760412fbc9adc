package io.otpstream.benchmarks.budget;

/**
 * What the published dialect makes of the same budget, with a backlog that is never empty.
 *
 * @param guide the vendor's own algorithm in the guide's dialect, with as many workers as the budget feeds
 * @param polling the pipeline, which looks at all orders at once
 * @param pushed the pipeline, to which the API pushes what happens
 */
public record PublishedFigures(Figures guide, Figures polling, Figures pushed) {

    /** How many verifications the pipeline makes of the requests of which the guide's algorithm makes one. */
    public double ratio() {
        return polling.verificationsPerMinute() / guide.verificationsPerMinute();
    }
}
