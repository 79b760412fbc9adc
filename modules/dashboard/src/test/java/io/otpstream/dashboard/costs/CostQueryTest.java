package io.otpstream.dashboard.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostQueryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:00Z");

    @Test
    void withoutParametersItIsTodayByCountry() {
        assertThat(CostQuery.parse(null, null, null, NOW))
                .isEqualTo(query(Dimension.COUNTRY, "2026-03-01T00:00:00Z", "2026-03-01T11:00:00Z", false));
    }

    @Test
    void theHourThatHasJustBegunIsPartOfToday() {
        assertThat(CostQuery.parse(null, null, null, Instant.parse("2026-03-01T00:00:00Z"))
                        .hours()
                        .to())
                .isEqualTo("2026-03-01T01:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01,                2026-02-28,                2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z, false",
        "2026-02-01,                ,                          2026-02-01T00:00:00Z, 2026-03-01T11:00:00Z, false",
        ",                          2026-02-27,                2026-02-27T00:00:00Z, 2026-02-28T00:00:00Z, false",
        ",                          2026-02-27T10:00:00Z,      2026-02-27T00:00:00Z, 2026-02-27T10:00:00Z, false",
        "2026-02-01T07:00:00+07:00, 2026-02-01T01:00:00Z,      2026-02-01T00:00:00Z, 2026-02-01T01:00:00Z, false",
        "2026-02-01T00:30:00Z,      2026-02-01T01:00:00Z,      2026-02-01T00:00:00Z, 2026-02-01T01:00:00Z, true",
        "2026-02-01T00:00:00Z,      2026-02-01T00:00:00.001Z,  2026-02-01T00:00:00Z, 2026-02-01T01:00:00Z, true",
        "2026-02-01T00:10:00Z,      2026-02-01T00:20:00Z,      2026-02-01T00:00:00Z, 2026-02-01T01:00:00Z, true"
    })
    void timesAreWidenedToWholeHours(
            @Nullable String from, @Nullable String to, String begins, String ends, boolean rounded) {
        assertThat(CostQuery.parse("tenant", from, to, NOW)).isEqualTo(query(Dimension.TENANT, begins, ends, rounded));
    }

    @ParameterizedTest
    @CsvSource({
        "weekday, ,                     ,                    by,   'by: expected one of label, tenant, country, platform'",
        "'',      ,                     ,                    by,   'by: expected one of label, tenant, country, platform'",
        ",        yesterday,            ,                    from, 'from: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        ",        2026-02-30,           ,                    from, 'from: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        ",        2026-02-01T25:00:00Z, ,                    from, 'from: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        ",        ,                     2026-02-01T10:00,    to,   'to: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        ",        ,                     +99999999-01-01,     to,   'to: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        ",        2026-02-02,           2026-02-01,          from, 'from: expected a time before the end'",
        ",        2026-02-01T10:00:00Z, 2026-02-01T10:00:00Z, from, 'from: expected a time before the end'",
        ",        2030-01-01,           ,                    from, 'from: expected a time that is over'"
    })
    void whatCanNotBeUsedIsNamed(
            @Nullable String by, @Nullable String from, @Nullable String to, String parameter, String message) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> CostQuery.parse(by, from, to, NOW))
                .withMessage(message)
                .satisfies(wrong -> assertThat(wrong.parameter()).isEqualTo(parameter));
    }

    private static CostQuery query(Dimension by, String from, String to, boolean rounded) {
        return new CostQuery(by, new Hours(Instant.parse(from), Instant.parse(to)), rounded);
    }
}
