package io.otpstream.domain.choice;

import io.otpstream.domain.lifecycle.AttemptEnd;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.PastAttempt;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that leave the choice to us. */
final class Requests {

    static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    static final int PLATFORM = 1;

    private Requests() {}

    static History first(CountryChoice choice, Integer... countries) {
        return new History(request(choice, null, countries), 1, 0, 0, 0, List.of(), List.of());
    }

    static History firstUpTo(long maxPriceIdr, CountryChoice choice, Integer... countries) {
        return new History(request(choice, maxPriceIdr, countries), 1, 0, 0, 0, List.of(), List.of());
    }

    /** The second attempt, after the first one ended so. */
    static History second(CountryChoice choice, int country, AttemptEnd end, Integer... countries) {
        PastAttempt past = new PastAttempt(1, country, end, "o1", 1_000L, null);
        return new History(request(choice, null, countries), 2, 0, 0, 1, List.of(past), List.of());
    }

    private static Request request(CountryChoice choice, @Nullable Long maxPriceIdr, Integer... countries) {
        return new Request(
                PLATFORM,
                List.of(countries),
                maxPriceIdr,
                Duration.ofSeconds(90),
                3,
                T,
                T.plus(Duration.ofDays(1)),
                Priority.INTERACTIVE,
                null,
                List.of(),
                choice,
                false);
    }
}
