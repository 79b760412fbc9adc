package io.otpstream.benchmarks.choice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Watches how many of the last orders go to the favourite. */
final class FavouriteWatch {

    private static final int LAST = 50;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Deque<Boolean> last = new ArrayDeque<>();
    private boolean hadIt;
    private OptionalDouble left = OptionalDouble.empty();
    private OptionalDouble back = OptionalDouble.empty();

    void ordered(int countryId, Duration sinceStart) {
        last.addLast(countryId == Market.FAVOURITE);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        if (sinceStart.compareTo(Market.GOES_BAD) < 0) {
            hadIt = share() > 0.5;
        }
        if (hadIt && left.isEmpty() && isDuringTheDrop(sinceStart) && share() < 0.5) {
            left = hours(Market.GOES_BAD, sinceStart);
        }
        boolean recovered = sinceStart.compareTo(Market.RECOVERS) >= 0;
        if (left.isPresent() && back.isEmpty() && recovered && share() > 0.5) {
            back = hours(Market.RECOVERS, sinceStart);
        }
    }

    OptionalDouble leftAfterHours() {
        return left;
    }

    OptionalDouble backAfterHours() {
        return back;
    }

    private static boolean isDuringTheDrop(Duration sinceStart) {
        return sinceStart.compareTo(Market.GOES_BAD) >= 0 && sinceStart.compareTo(Market.RECOVERS) < 0;
    }

    private double share() {
        return (double) last.stream().filter(favourite -> favourite).count() / last.size();
    }

    private static OptionalDouble hours(Duration from, Duration to) {
        return OptionalDouble.of(to.minus(from).toSeconds() / SECONDS_PER_HOUR);
    }
}
