package io.otpstream.benchmarks.budget;

/**
 * All clients on the same terms.
 *
 * @param guide the vendor's own algorithm, with as many workers as the budget feeds
 * @param guideUnpaced the same with 25 workers that know no budget
 * @param otpstream the pipeline, with a backlog that is never empty
 * @param lightLoad the pipeline with few requests at a time
 */
public record BudgetFigures(Figures guide, Figures guideUnpaced, Figures otpstream, Figures lightLoad) {

    /** How many verifications the pipeline makes of the requests of which the guide's algorithm makes one. */
    public double ratio() {
        return otpstream.verificationsPerMinute() / guide.verificationsPerMinute();
    }
}
