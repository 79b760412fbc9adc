package io.otpstream.domain.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    /** The ends as tables of Wilson's interval have them. */
    @ParameterizedTest
    @CsvSource({
        "1.0,  1, 0.2065, 1.0000",
        "0.0,  1, 0.0000, 0.7935",
        "0.75, 4, 0.3006, 0.9544",
        "0.5, 10, 0.2366, 0.7634",
        "0.9, 100, 0.8256, 0.9448",
        "0.0, 10, 0.0000, 0.2775",
    })
    void theIntervalIsWilsons(double rate, double orders, double low, double high) {
        Estimate estimate = Estimate.of(rate, orders);
        assertThat(estimate.low()).isCloseTo(low, within(1e-4));
        assertThat(estimate.high()).isCloseTo(high, within(1e-4));
    }
}
