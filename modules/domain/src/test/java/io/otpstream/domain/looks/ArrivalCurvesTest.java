package io.otpstream.domain.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArrivalCurvesTest {

    private static final int INDONESIA = 6;
    private static final int WHATSAPP = 1;

    @Test
    void whereNothingIsKnownTheOverallCurveCounts() {
        ArrivalCurves curves = ArrivalCurves.guide().withOverall(at(12, 200));
        assertThat(curves.of(INDONESIA, WHATSAPP)).isSameAs(curves.overall());
        assertThat(curves.overall().arrivedBy(13)).isGreaterThan(0.9);
    }

    @Test
    void thirtyOrdersCountAsMuchAsAllTogether() {
        ArrivalCurves curves = ArrivalCurves.guide().withOverall(at(12, 400)).with(INDONESIA, WHATSAPP, at(40, 30));
        ArrivalCurve curve = curves.of(INDONESIA, WHATSAPP);
        assertThat(curve.arrivedBy(30)).isCloseTo(curves.overall().arrivedBy(30) / 2, within(1e-9));
        assertThat(curves.of(INDONESIA, 2)).isSameAs(curves.overall());
    }

    @Test
    void manyOrdersSpeakForThemselves() {
        ArrivalCurves curves = ArrivalCurves.guide().withOverall(at(12, 400)).with(INDONESIA, WHATSAPP, at(40, 400));
        assertThat(curves.of(INDONESIA, WHATSAPP).arrivedBy(30)).isLessThan(0.08);
        assertThat(curves.of(INDONESIA, WHATSAPP)).isSameAs(curves.of(INDONESIA, WHATSAPP));
    }

    @Test
    void whatWasHandedOutBeforeDoesNotChange() {
        ArrivalCurves before = ArrivalCurves.guide();
        double arrived = before.of(INDONESIA, WHATSAPP).arrivedBy(15);
        before.withOverall(at(12, 100)).with(INDONESIA, WHATSAPP, at(12, 100));
        assertThat(before.of(INDONESIA, WHATSAPP).arrivedBy(15)).isEqualTo(arrived);
    }

    private static ArrivalTally at(double age, int orders) {
        ArrivalTally tally = ArrivalTally.empty();
        for (int i = 0; i < orders; i++) {
            tally = tally.plus(new Arrival.Within(age, age + 1));
        }
        return tally;
    }
}
