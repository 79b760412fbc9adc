package io.otpstream.dashboard.costs;

import static io.otpstream.dashboard.costs.Ledger.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostsApiTest {

    private final Ledger ledger = new Ledger()
            .spends(TEN, 6, 1, "ci, \"nightly\"", List.of("signup"), 5_000)
            .spends(TEN, 12, 1, null, List.of(), 3_000)
            .states(TEN, 90_000, 16_000, 8_000, 82_000);
    private final CostsApi api = new CostsApi(ledger, InstantSource.fixed(TEN.plus(Duration.ofMinutes(70))));

    @Test
    void jsonSaysWhatWasAskedAndWhatCameOut() throws JsonProcessingException {
        CostsApi.Answer answer = api.answer(Map.of("from", List.of("2026-03-01T10:10:00Z")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.format()).isEqualTo(CostsApi.Format.JSON);
        assertThat(json(answer)).isEqualTo(new JsonMapper().readTree("""
                {"by": "country", "from": "2026-03-01T10:00:00Z", "to": "2026-03-01T12:00:00Z",
                 "rounded_to_hours": true, "currency": "IDR", "note": null,
                 "groups": [
                  {"country_id": 6, "country_code": "ID", "orders": 2, "codes": 1, "spend_idr": 5000,
                   "cost_per_code_idr": 5000, "refunds_idr": 5000, "charges_idr": 10000, "locked_idr": 0,
                   "late_codes_idr": 0, "unused_idr": 5000, "in_doubt_idr": 0, "amounts_from": "catalog"},
                  {"country_id": 12, "country_code": null, "orders": 2, "codes": 1, "spend_idr": 3000,
                   "cost_per_code_idr": 3000, "refunds_idr": 3000, "charges_idr": 6000, "locked_idr": 0,
                   "late_codes_idr": 0, "unused_idr": 3000, "in_doubt_idr": 0, "amounts_from": "catalog"}],
                 "total": {"orders": 4, "codes": 2, "spend_idr": 8000,
                   "cost_per_code_idr": 4000, "refunds_idr": 8000, "charges_idr": 16000, "locked_idr": 0,
                   "late_codes_idr": 0, "unused_idr": 8000, "in_doubt_idr": 0, "amounts_from": "catalog"},
                 "balance": {
                  "statement": {"from": "2026-03-01T10:00:00Z", "to": "2026-03-01T10:59:00Z", "opening_idr": 90000,
                   "deposits_idr": 0, "charges_idr": 16000, "refunds_idr": 8000, "unexplained_idr": 0,
                   "unstated_idr": 0, "closing_idr": 82000, "locked_idr": 700, "amounts_from": "charged"},
                  "missing": [{"from": "2026-03-01T11:00:00Z", "to": "2026-03-01T12:00:00Z"}],
                  "missing_hours": 1}}
                """));
    }

    @Test
    void csvHasAHeaderQuotesWhatNeedsItAndEndsWithTheTotal() {
        CostsApi.Answer answer = api.answer(Map.of("by", List.of("tenant"), "format", List.of("csv")));

        assertThat(answer.format()).isEqualTo(CostsApi.Format.CSV);
        assertThat(answer.body()).isEqualTo("""
                from,to,by,group,country_code,orders,codes,spend_idr,cost_per_code_idr,refunds_idr,charges_idr,locked_idr,late_codes_idr,unused_idr,in_doubt_idr,currency,amounts_from
                2026-03-01T00:00:00Z,2026-03-01T12:00:00Z,tenant,"ci, ""nightly""\",,2,1,5000,5000,5000,10000,0,0,5000,0,IDR,catalog
                2026-03-01T00:00:00Z,2026-03-01T12:00:00Z,tenant,-,,2,1,3000,3000,3000,6000,0,0,3000,0,IDR,catalog
                2026-03-01T00:00:00Z,2026-03-01T12:00:00Z,total,,,4,2,8000,4000,8000,16000,0,0,8000,0,IDR,catalog
                """.replace("\n", "\r\n"));
    }

    @Test
    void aSpreadsheetFindsNoFormulaInTheCsv() {
        Ledger chosen = new Ledger().spends(TEN, 6, 1, null, List.of("=1+1", "-x", "a=b"), 5_000);
        CostsApi labels = new CostsApi(chosen, InstantSource.fixed(TEN));

        assertThat(labels.answer(Map.of("by", List.of("label"), "format", List.of("csv")))
                        .body())
                .contains("label,'=1+1,", "label,'-x,", "label,a=b,");
    }

    @Test
    void withoutOrdersTheTotalIsStillThere() {
        CostsApi nothing = new CostsApi(new Ledger(), InstantSource.fixed(TEN));

        assertThat(nothing.answer(Map.of("format", List.of("csv"))).body())
                .hasLineCount(2)
                .endsWith("total,,,0,0,0,,0,0,0,0,0,0,IDR,\r\n");
    }

    @Test
    void byLabelTheAnswerSaysThatTheGroupsOverlap() throws JsonProcessingException {
        JsonNode answer = json(api.answer(Map.of("by", List.of("label"))));

        assertThat(answer.path("note").textValue()).contains("once in the total");
        assertThat(answer.path("groups").findValuesAsText("label")).containsExactly("signup", "null");
        assertThat(answer.path("groups").path(1).path("label").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "by,     weekday,    'by: expected one of label, tenant, country, platform'",
        "from,   2030-01-01, 'from: expected a time that is over'",
        "to,     soon,       'to: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        "format, xml,        'format: expected json or csv'",
        "fromm,  2026-01-01, 'fromm: expected no such parameter, only by, from, to and format'"
    })
    void whatCanNotBeUsedIsNamed(String field, String value, String message) throws JsonProcessingException {
        CostsApi.Answer answer = api.answer(Map.of(field, List.of(value)));

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = json(answer).path("error");
        assertThat(error.path("code").textValue()).isEqualTo("invalid_parameter");
        assertThat(error.path("field").textValue()).isEqualTo(field);
        assertThat(error.path("message").textValue()).isEqualTo(message);
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefused() {
        assertThat(api.answer(Map.of("by", List.of("label", "tenant"))).body()).contains("by: expected once");
    }

    private static JsonNode json(CostsApi.Answer answer) throws JsonProcessingException {
        return new JsonMapper().readTree(answer.body());
    }
}
