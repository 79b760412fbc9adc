package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RequestLog;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bursts in which every call gets 429, and faults of many kinds at a time. The clock stands at 12:00:00. */
class StormTest extends SimulatorTestBase {

    private static final Set<ApiCall> ALL = EnumSet.allOf(ApiCall.class);

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, 5, 2",
        "RATE_LIMITED_DATE, 'Sun, 01 Mar 2026 12:00:06 GMT', 'Sun, 01 Mar 2026 12:00:06 GMT'",
        "RATE_LIMITED_BARE, '', ''"
    })
    void lastsFiveSecondsAndSaysSoOrNot(Outage.Kind kind, String atItsBeginning, String afterThreeSeconds) {
        // One balance in fifty starts a storm, and then every balance is hit.
        simulator.startOutage(new Outage(kind, 0.02, EnumSet.of(ApiCall.BALANCE)));
        Answer first = untilHit();

        assertThat(first.errorCode()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(first.retryAfter()).isEqualTo(atItsBeginning);
        time.advanceSeconds(3.2);
        assertThat(client.get("/balance").retryAfter()).isEqualTo(afterThreeSeconds);
        assertThat(client.get("/catalog/countries").status()).isEqualTo(200);
        time.advanceSeconds(1.8);
        assertThat(client.get("/balance").status()).isEqualTo(200);

        assertThat(simulator.ledger().totals().requests429()).isEqualTo(2);
        assertThat(simulator.ledger().totals().requests429OverLimit()).isZero();
    }

    @Test
    void whatAStormRefusesCountsInTheMinuteAllTheSame() {
        simulator.startOutage(Outage.total(Outage.Kind.RATE_LIMITED_BARE));
        for (int i = 0; i < 300; i++) {
            assertThat(client.get("/balance").retryAfter()).isEmpty();
        }
        simulator.endOutage();

        assertThat(client.get("/balance").retryAfter()).isEqualTo("60");
        assertThat(simulator.ledger().totals().requests429OverLimit()).isEqualTo(1);
        assertThat(simulator.requests())
                .extracting(RequestLog.Entry::refused)
                .hasSize(301)
                .containsOnly(Refusal.RATE_LIMIT_EXCEEDED);
        assertThat(simulator.requests().getLast().fault()).isEqualTo(Outage.Kind.NONE);
    }

    @Test
    void theSameSeedHitsTheSameRequestsWithTheSameFaults() {
        List<Outage.Kind> kinds = List.of(Outage.Kind.HTTP_500, Outage.Kind.PLAIN_TEXT, Outage.Kind.HTTP_502_AFTER);
        Outage faults = new Outage(kinds, 0.5, ALL);
        simulator.startOutage(new Outage(kinds.reversed(), 0.5, ALL));
        List<Integer> here = statuses(client);

        try (Simulator another = Simulator.start(PUNCTUAL.withOutage(faults), time);
                SimulatorClient customer = new SimulatorClient(another)) {
            assertThat(statuses(customer)).isEqualTo(here);
        }
        assertThat(simulator.requests())
                .extracting(RequestLog.Entry::fault)
                .contains(Outage.Kind.NONE)
                .containsAll(kinds);
    }

    @Test
    void theControlCallTakesSeveralKindsAndAll() {
        client.control("/outage", "{\"kind\":\"http_500, plain_text\",\"calls\":\"countries\"}")
                .data();
        assertThat(client.get("/balance").status()).isEqualTo(200);
        // Both ways within so many draws: the seed decides, so that this can't come out differently.
        IntStream.range(0, 20).forEach(i -> status(client, "/catalog/countries"));
        assertThat(simulator.requests().stream()
                        .filter(request -> request.call() == ApiCall.COUNTRIES)
                        .map(RequestLog.Entry::fault)
                        .distinct())
                .containsExactlyInAnyOrder(Outage.Kind.HTTP_500, Outage.Kind.PLAIN_TEXT);

        assertThat(client.control("/outage", "{\"kind\":\"all\",\"share\":0.2}")
                        .data()
                        .path("kinds"))
                .hasSize(Outage.everyKind().size());
        assertThat(client.ask("/requests").path("data").path(0).path("fault").textValue())
                .isEqualTo("none");
    }

    private Answer untilHit() {
        for (int i = 0; i < 250; i++) {
            Answer answer = client.get("/balance");
            if (answer.status() == 429) {
                return answer;
            }
        }
        throw new AssertionError("this seed starts no storm");
    }

    private static List<Integer> statuses(SimulatorClient customer) {
        return IntStream.range(0, 40)
                .mapToObj(i -> status(customer, "/balance"))
                .toList();
    }

    private static int status(SimulatorClient customer, String path) {
        try {
            return customer.raw(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
