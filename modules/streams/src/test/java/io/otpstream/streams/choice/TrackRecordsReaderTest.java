package io.otpstream.streams.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.SuccessRatesBuilder;
import io.otpstream.contract.Topics;
import io.otpstream.domain.choice.Belief;
import io.otpstream.domain.choice.TrackRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackRecordsReaderTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private final TrackRecordsReader reader = new TrackRecordsReader(1);

    @Test
    void readsWhatCountriesHaveDone() {
        reader.read(bytes(rates().orders(Map.of("completed", 20L, "timed_out", 70L, "late_code", 5L))
                .codes(20)
                .recent(0.2, 90)
                .secondsToCode(31.0, 30.0, 60.0)
                .build()));

        Belief belief = reader.current().of(6, 1, T);
        assertThat(belief.expectedProbability()).isCloseTo(0.2, within(0.03));
        assertThat(belief.secondsToCode()).isEqualTo(31);
        assertThat(belief.paidPerCode()).isEqualTo(1.25);
        assertThat(reader.current().of(7, 1, T).codes())
                .as("of another country, there is only what is known of all")
                .isLessThan(3);
    }

    @Test
    void secondsAreThoseOfTheApisWorld() {
        TrackRecordsReader fast = new TrackRecordsReader(10);
        fast.read(
                bytes(rates().codes(4).recent(1, 4).secondsToCode(2.5, 2.5, 2.5).build()));

        assertThat(fast.current().of(6, 1, T).secondsToCode()).isEqualTo(25);
    }

    @Test
    void withoutARecentRateOrAPlatformThereIsNothingToLearn() {
        TrackRecords before = reader.current();
        reader.read(bytes(rates().build()));
        reader.read(bytes(SuccessRates.of(6, T).recent(0.5, 10).build()));

        assertThat(reader.current()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "not JSON",
                "{\"country_id\":6,\"platform_id\":1,\"orders\":{},\"open\":0,\"codes\":0,\"spend_idr\":0,\"refunds_idr\":0,"
                        + "\"currency\":\"IDR\",\"recent_success_rate\":1.5,\"recent_orders\":10,"
                        + "\"updated_at\":\"2026-01-01T00:00:00Z\"}",
                "{\"country_id\":6,\"platform_id\":1,\"orders\":{},\"open\":0,\"codes\":0,\"spend_idr\":0,\"refunds_idr\":0,"
                        + "\"currency\":\"IDR\",\"recent_success_rate\":0.5,\"recent_orders\":-1,"
                        + "\"updated_at\":\"2026-01-01T00:00:00Z\"}"
            })
    void whatCantBeReadChangesNothing(String value) {
        TrackRecords before = reader.current();
        reader.read(value.getBytes(StandardCharsets.UTF_8));
        reader.read(null);

        assertThat(reader.current()).isSameAs(before);
    }

    private static SuccessRatesBuilder rates() {
        return SuccessRates.of(6, T).platformId(1);
    }

    private static byte[] bytes(SuccessRates rates) {
        return Topics.SUCCESS_RATES_BY_PLATFORM
                .valueSerde()
                .serializer()
                .serialize(Topics.SUCCESS_RATES_BY_PLATFORM.name(), rates);
    }
}
