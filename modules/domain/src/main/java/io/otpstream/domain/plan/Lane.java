package io.otpstream.domain.plan;

import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import java.util.Comparator;

/**
 * Waiting requests among which first come is first served.
 *
 * @param tenant empty where the user named none
 */
public record Lane(Priority priority, String tenant) implements Comparable<Lane> {

    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::priority).thenComparing(Lane::tenant);

    /** The lane of a request. */
    public static Lane of(Request request) {
        String tenant = request.tenant();
        return new Lane(request.priority(), tenant == null ? "" : tenant);
    }

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }
}
