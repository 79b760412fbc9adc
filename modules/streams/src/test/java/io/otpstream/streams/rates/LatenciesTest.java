package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Base64;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    @Test
    void anEmptyHistogramHasNoPercentiles() {
        assertThat(Latencies.decode("").percentile(50)).isZero();
        assertThat(Latencies.decode(Latencies.decode("").encode()).percentile(95))
                .isZero();
    }

    @Test
    void percentilesAreRightToAPercent() {
        Latencies latencies = Latencies.decode("");
        for (int i = 1; i <= 1_000; i++) {
            latencies = latencies.plus(i * 100L, 1);
        }
        for (Latencies same : new Latencies[] {latencies, Latencies.decode(latencies.encode())}) {
            assertThat(same.percentile(50)).isCloseTo(50_000.0, withinPercentage(1));
            assertThat(same.percentile(95)).isCloseTo(95_000.0, withinPercentage(1));
            assertThat(same.percentile(100)).isCloseTo(100_000.0, withinPercentage(1));
        }
    }

    @Test
    void decodingAndAddingInTurnsLosesNothing() {
        Latencies whole = Latencies.decode("");
        String encoded = "";
        for (long ms = 1; ms < HOUR_MS; ms *= 2) {
            whole = whole.plus(ms, 1);
            encoded = Latencies.decode(encoded).plus(ms, 1).encode();
        }
        for (int percent = 1; percent <= 100; percent++) {
            assertThat(Latencies.decode(encoded).percentile(percent)).isEqualTo(whole.percentile(percent));
        }
    }

    @Test
    void whatIsTakenOutWasNeverThere() {
        String without = Latencies.decode("").plus(20_000, 1).plus(31_000, 1).encode();
        String with = Latencies.decode(without).plus(90_000, 1).encode();
        Latencies after =
                Latencies.decode(Latencies.decode(with).plus(90_000, -1).encode());
        for (int percent = 1; percent <= 100; percent++) {
            assertThat(after.percentile(percent))
                    .isEqualTo(Latencies.decode(without).percentile(percent));
        }
    }

    @Test
    void whatIsLongerThanAnHourCountsAsAnHour() {
        assertThat(Latencies.decode("").plus(Long.MAX_VALUE, 1).percentile(50))
                .isCloseTo((double) HOUR_MS, withinPercentage(1));
        assertThat(Latencies.decode("").plus(0, 1).percentile(50)).isZero();
    }

    @Test
    void staysSmallEnoughForARecord() {
        Latencies latencies = Latencies.decode("");
        for (long ms = 0; ms <= HOUR_MS; ms += 50) {
            latencies = latencies.plus(ms, 1);
        }
        assertThat(latencies.encode()).hasSizeLessThan(20_000);
    }

    @Test
    void whatIsNoHistogramIsRefused() {
        String other = Base64.getEncoder().encodeToString(new byte[40]);
        assertThatThrownBy(() -> Latencies.decode(other)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> Latencies.decode("not Base64!")).isInstanceOf(SerializationException.class);
        String cut = Latencies.decode("").plus(5, 1).encode().substring(0, 16);
        assertThatThrownBy(() -> Latencies.decode(cut)).isInstanceOf(SerializationException.class);
    }
}
