package io.otpstream.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One bench of fleets.
 *
 * @param minutes full minutes that are measured for each size, those with a membership change apart
 * @param seed of requests and simulator
 * @param sizes how many instances, each of them measured
 */
public record FleetSettings(int minutes, long seed, List<Integer> sizes) {

    /** What the token allows in any minute, and with it what the whole fleet is given. */
    static final int LIMIT = 300;

    static final double HOT_SHARE = 0.9;

    /** Full minutes that are measured of the static split. */
    static final int STATIC_MINUTES = 2;

    /** From a kill to the start of the process that takes the place, and from when that is ready to calm. */
    static final Duration AROUND_CHANGE = Duration.ofMinutes(1);

    /** How the fleet shares the limit. */
    enum Split {
        /** By what each instance has to do, which is what an instance does by itself. */
        DEMAND,
        /** By partitions, whatever there is to do on them: the baseline. */
        STATIC;

        /** For people, and for names of directories. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What each instance is started with. */
        List<String> instanceOptions() {
            String limit = "rate.limit.per.minute=" + LIMIT;
            return switch (this) {
                case DEMAND -> List.of("--set", limit);
                case STATIC -> List.of("--set", limit, "--set", "budget.split=partitions");
            };
        }
    }

    /** Takes a copy. */
    public FleetSettings {
        sizes = List.copyOf(sizes);
    }

    /** How many fleets run one after the other: beside each of several instances one with a static split. */
    public int runs() {
        return Math.toIntExact(
                sizes.size() + sizes.stream().filter(size -> size > 1).count());
    }
}
