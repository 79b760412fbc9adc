package io.otpstream.streams.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.domain.looks.Arrival;
import io.otpstream.domain.looks.ArrivalTally;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the store and on topics: whoever changes this has to go on reading what is written here. */
class ArrivalRowsTest {

    private final Serde<Arrival> arrivals = CurveTopic.arrivals();
    private final Serde<ArrivalTally> tallies = CurveTopic.tallies();

    @Test
    void anArrivalIsWrittenAsWasAgreed() {
        Arrival within = new Arrival.Within(15, 21.5);
        assertThat(json(arrivals, within)).isEqualTo("{\"after_seconds\":15.0,\"by_seconds\":21.5}");
        assertThat(read(arrivals, json(arrivals, within))).isEqualTo(within);

        Arrival notBy = new Arrival.NotBy(90);
        assertThat(json(arrivals, notBy)).isEqualTo("{\"after_seconds\":90.0}");
        assertThat(read(arrivals, json(arrivals, notBy))).isEqualTo(notBy);
    }

    @Test
    void aTallyIsWrittenAsWasAgreed() {
        assertThat(json(tallies, ArrivalTally.empty()))
                .startsWith("{\"version\":1,\"arriving\":[0.0,0.0,")
                .endsWith("0.0],\"never\":0.0}");
    }

    @Test
    void roundingForgetsNoOrder() {
        ArrivalTally exact = ArrivalTally.empty();
        ArrivalTally stored = ArrivalTally.empty();
        for (int i = 0; i < 2_000; i++) {
            Arrival arrival = i % 4 == 0 ? new Arrival.NotBy(90) : new Arrival.Within(5 + i % 20, 12 + i % 20);
            exact = exact.plus(arrival);
            stored = Objects.requireNonNull(read(tallies, json(tallies, stored.plus(arrival))));
        }
        assertThat(stored.total()).isCloseTo(exact.total(), within(0.5));
        assertThat(stored.never()).isCloseTo(exact.never(), within(0.5));
        assertThat(json(tallies, stored)).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"version\":2,\"arriving\":[],\"never\":0}",
                "{\"version\":1,\"arriving\":[1],\"never\":0}",
                "{\"version\":1,\"never\":0}",
                "{\"after_seconds\":21,\"by_seconds\":15}"
            })
    void whatCannotBeReadIsNothing(String json) {
        assertThat(read(tallies, json)).isNull();
        assertThat(read(arrivals, json)).isNull();
    }

    private static <T> String json(Serde<T> serde, T value) {
        return new String(serde.serializer().serialize("topic", value), StandardCharsets.UTF_8);
    }

    private static <T> @Nullable T read(Serde<T> serde, String json) {
        return serde.deserializer().deserialize("topic", json.getBytes(StandardCharsets.UTF_8));
    }
}
