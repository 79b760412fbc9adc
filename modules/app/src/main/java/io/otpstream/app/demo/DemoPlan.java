package io.otpstream.app.demo;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The requests of a demo: over several countries and platforms, each with a second country to fall back on. */
final class DemoPlan {

    /** The simulator's, from cheap to dear; it has none in stock in the last one. */
    private static final List<Integer> COUNTRIES = List.of(6, 8, 9, 2, 5, 99);

    private static final int PLATFORMS = 5;
    private static final int MAX_ATTEMPTS = 2;
    private static final Duration PER_ATTEMPT =
            Duration.ofSeconds(VerificationRequest.DEFAULT_TIMEOUT_SECONDS).plusSeconds(15);

    private DemoPlan() {}

    static List<Outgoing<VerificationRequest>> requests(int count) {
        List<Outgoing<VerificationRequest>> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int country = COUNTRIES.get(i % COUNTRIES.size());
            int fallback = COUNTRIES.get((i + 1) % (COUNTRIES.size() - 1));
            List<Integer> countries = country == fallback ? List.of(country) : List.of(country, fallback);
            VerificationRequest request = VerificationRequest.of(1 + i % PLATFORMS, countries)
                    .withMaxAttempts(MAX_ATTEMPTS)
                    .withLabels("demo");
            requests.add(new Outgoing<>("demo-%03d".formatted(i + 1), request));
        }
        return requests;
    }

    /**
     * How long the last final record can be away, in the vendor's time: all attempts to their ends, and the calls that
     * so many requests need at five a second.
     */
    static Duration atMost(int count) {
        return PER_ATTEMPT.multipliedBy(MAX_ATTEMPTS).plusSeconds(30 + 10L * count);
    }
}
