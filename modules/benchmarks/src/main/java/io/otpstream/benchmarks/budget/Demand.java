package io.otpstream.benchmarks.budget;

import java.util.HashSet;
import java.util.Set;

/** How much is asked of the pipeline: as one request gets out of the way, another is made. For one thread. */
public final class Demand {

    private enum Until {
        PLACED,
        ENDED
    }

    private final int wanted;
    private final Until until;
    private final Set<String> counted = new HashSet<>();
    private int asked;

    private Demand(int wanted, Until until) {
        this.wanted = wanted;
        this.until = until;
    }

    /** So many requests always wait for an order. */
    public static Demand backlog(int waiting) {
        return new Demand(waiting, Until.PLACED);
    }

    /** So many requests are under way at any time. */
    public static Demand atOnce(int requests) {
        return new Demand(requests, Until.ENDED);
    }

    /** Whether another request has to be made; {@link #next} is its id. */
    public boolean isShort() {
        return counted.size() < wanted;
    }

    /** The id of a request that is made now. */
    public String next() {
        String id = "budget-%07d".formatted(++asked);
        counted.add(id);
        return id;
    }

    /** The request has an order. */
    public void placed(String requestId) {
        if (until == Until.PLACED) {
            counted.remove(requestId);
        }
    }

    /** The request has its final record. */
    public void ended(String requestId) {
        counted.remove(requestId);
    }
}
