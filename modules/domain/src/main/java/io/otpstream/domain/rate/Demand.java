package io.otpstream.domain.rate;

/**
 * What one process could do with permits, per second.
 *
 * @param needed for its work to go on while others have to wait as well
 * @param wanted with permits to spare
 * @param backlogged it could use any number of permits
 */
public record Demand(double needed, double wanted, boolean backlogged) {

    /** Nothing to do. */
    public static final Demand NONE = new Demand(0, 0, false);

    /** Whether it asks for anything. */
    public boolean isSome() {
        return wanted > 0 || needed > 0 || backlogged;
    }
}
