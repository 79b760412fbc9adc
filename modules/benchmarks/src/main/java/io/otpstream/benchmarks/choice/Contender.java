package io.otpstream.benchmarks.choice;

import io.otpstream.domain.lifecycle.CountryChoice;

/** Who chooses the country. */
enum Contender {
    LISTED(CountryChoice.LISTED),
    CHEAPEST(CountryChoice.CHEAPEST),
    BEST(CountryChoice.BEST),
    /** Knows how good each country is just now, which nobody can: what is left to gain. */
    ALL_KNOWING(CountryChoice.BEST);

    private final CountryChoice choice;

    Contender(CountryChoice choice) {
        this.choice = choice;
    }

    /** What the request says. */
    CountryChoice choice() {
        return choice;
    }
}
