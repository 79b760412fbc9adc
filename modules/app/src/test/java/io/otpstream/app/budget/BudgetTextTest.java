package io.otpstream.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTextTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.500Z");

    private static final FleetState BUSY = new FleetState(
            NOW,
            List.of(
                    new ProcessState(FleetWords.busy("a\u001b[2J", NOW), NOW, 4.25),
                    new ProcessState(FleetWords.calm("b", NOW), NOW.minusSeconds(1), 0.5)),
            Optional.of(NOW),
            Optional.of("host-b"));

    @Test
    void peopleSeeSumsAndTwoTables() {
        assertThat(BudgetText.lines(BUSY))
                .containsExactly(
                        "153 of 300 requests in the last minute: 30 create, 120 look, 3 cancel, 0 finish, 0 control",
                        "6 wait: 2 interactive, 4 batch; the oldest for 90 s; all have an order in about 8 s",
                        "the budget is divided by host-b",
                        "",
                        "PROCESS     HAS/s  NEEDS/s  WANTS/s  SENT  CREATE  LOOK  CANCEL  FINISH  CONTROL  DROPPED  429"
                                + "  CLOCK ms  PAUSED UNTIL",
                        "host-a.[2J    4.3      6.0      any   143      30   110       3       0        0        7    1"
                                + "   OFF -40  2026-03-01T10:00:05Z",
                        "host-b        0.5      0.1      0.2    10       0    10       0       0        0        0    0"
                                + "       -40  -",
                        "",
                        "PROCESS     OPEN  INTERACTIVE  BATCH  OLDEST  CREATES/min  CODE AGE s  LOOKS/CODE  HEARD AT",
                        "host-a.[2J    25            2      4    90 s         36.0         4.3         1.8"
                                + "  2026-03-01T10:00:00Z",
                        "host-b         1            0      0       -          7.5           -           -"
                                + "  2026-03-01T09:59:59Z");
    }

    @Test
    void programsSeeTheSameAsOneObject() throws JsonProcessingException {
        JsonNode object = new JsonMapper().readTree(BudgetJson.line(BUSY).toString());

        assertThat(object.toString())
                .startsWith("{\"at\":\"2026-03-01T10:00:00.500Z\",\"idle\":false,"
                        + "\"last_heard_at\":\"2026-03-01T10:00:00.500Z\",\"divided_by\":\"host-b\","
                        + "\"limit_per_minute\":300,"
                        + "\"sent_last_minute\":{\"total\":153,\"create\":30,\"look\":120,\"cancel\":3,\"finish\":0,\"resend\":0,\"control\":0},"
                        + "\"waiting_interactive\":2,\"waiting_batch\":4,\"oldest_wait_seconds\":90.0,"
                        + "\"creates_per_minute\":43.5,\"clear_seconds\":8.0,\"processes\":[{");
        assertThat(object.get("processes").get(1))
                .hasToString("{\"process\":\"b\",\"name\":\"host-b\",\"heard_at\":\"2026-03-01T09:59:59.500Z\","
                        + "\"permits_per_second\":0.5,\"needed_per_second\":0.1,\"wanted_per_second\":0.2,"
                        + "\"backlogged\":false,\"limit_per_minute\":300,"
                        + "\"sent_last_minute\":{\"total\":10,\"create\":0,\"look\":10,\"cancel\":0,\"finish\":0,\"resend\":0,\"control\":0},"
                        + "\"dropped_total\":0,\"rate_limited_total\":0,\"paused_until\":null,"
                        + "\"clock_offset_millis\":-40,\"clock_off\":false,\"orders_paused_since\":null,\"tasks\":3,\"open_orders\":1,"
                        + "\"waiting_interactive\":0,\"waiting_batch\":0,\"oldest_wait_seconds\":null,"
                        + "\"creates_per_minute\":7.5,\"code_age_expected_seconds\":null,\"looks_per_code\":null}");
    }

    @Test
    void anIdleFleetIsOneSentence() {
        FleetState idle = new FleetState(NOW, List.of(), Optional.of(NOW), Optional.empty());
        FleetState silent = new FleetState(NOW, List.of(), Optional.empty(), Optional.empty());

        assertThat(BudgetText.lines(idle))
                .containsExactly("idle: nobody has asked for requests since 2026-03-01T10:00:00Z");
        assertThat(BudgetText.lines(silent)).containsExactly("idle: nobody has asked for requests yet");
        assertThat(BudgetJson.line(silent).toString())
                .startsWith("{\"at\":\"2026-03-01T10:00:00.500Z\",\"idle\":true,\"last_heard_at\":null,");
    }
}
