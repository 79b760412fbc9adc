package io.otpstream.streams.process;

/**
 * How many numbers the next purchase may be for. One that the balance doesn't pay for is refused as a whole, although it
 * might pay for some: then smaller ones follow, and larger ones when these succeed.
 */
final class Quantity {

    private final int most;
    private int now;

    /** @param most at least 1 */
    Quantity(int most) {
        this.most = most;
        this.now = most;
    }

    int now() {
        return now;
    }

    /** A purchase of that many was too dear. */
    void wasTooMuch(int quantity) {
        now = Math.max(1, Math.min(now, quantity / 2));
    }

    void wasBought() {
        now = Math.min(most, 2 * now);
    }
}
