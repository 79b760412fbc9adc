package io.otpstream.streams.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.looks.Arrival;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.looks.ArrivalTally;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalCurvesReaderTest {

    private static final ArrivalTally EARLY = ArrivalTally.empty().plus(new Arrival.Within(5, 6));
    private static final byte[] VALUE = CurveTopic.tallies().serializer().serialize(CurveTopic.NAME, EARLY);

    private final ArrivalCurvesReader reader = new ArrivalCurvesReader();

    @Test
    void knowsTheGuideUntilItReadsMore() {
        double before = reader.current().of(6, 1).arrivedBy(10);
        assertThat(before).isEqualTo(ArrivalCurves.guide().overall().arrivedBy(10));

        reader.read(bytes("6/1"), VALUE);
        assertThat(reader.current().of(6, 1).arrivedBy(10)).isGreaterThan(before);
        assertThat(reader.current().of(7, 1).arrivedBy(10)).isEqualTo(before);

        reader.read(bytes("all"), VALUE);
        assertThat(reader.current().of(7, 1).arrivedBy(10)).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "6/", "6/1/2", "6/x", "99999999999/1", "overall"})
    void aKeyThatNamesNoCurveChangesNothing(String key) {
        ArrivalCurves before = reader.current();
        reader.read(bytes(key), VALUE);
        assertThat(reader.current()).isSameAs(before);
    }

    @Test
    void neitherDoesAValueThatIsNone() {
        ArrivalCurves before = reader.current();
        reader.read(bytes("all"), null);
        reader.read(null, VALUE);
        reader.read(bytes("all"), bytes("{}"));
        reader.read(bytes("all"), bytes("not JSON"));
        assertThat(reader.current()).isSameAs(before);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
