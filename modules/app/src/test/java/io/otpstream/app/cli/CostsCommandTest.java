package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the money went, read from a real broker; the test plays the pipeline. */
@ExtendWith(KafkaFixture.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostsCommandTest {

    private static final Instant TEN = Pipeline.T0;
    private static final Instant ELEVEN = TEN.plusSeconds(3_600);

    private final String at;
    private final Pipeline pipeline;

    CostsCommandTest(KafkaCluster kafka) {
        at = kafka.bootstrapServers();
        pipeline = new Pipeline(at);
    }

    @BeforeAll
    void writeRecords() {
        CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK);
        pipeline.writes(Topics.COSTS, "a", costs(TEN, 6, "ci", List.of("signup", "nightly"), 1_000));
        pipeline.writes(Topics.COSTS, "a", costs(TEN, 6, "ci", List.of("signup", "nightly"), 5_000));
        pipeline.writes(Topics.COSTS, "b", costs(ELEVEN, 12, null, List.of("signup"), 3_000));
        pipeline.writes(Topics.COSTS, "gone", costs(ELEVEN, 7, null, List.of(), 9_000));
        pipeline.writes(Topics.COSTS, "gone", null);
        pipeline.writesRubbish(Topics.COSTS, "broken");
        pipeline.writes(Topics.BALANCE_STATEMENTS, TEN.toString(), statement(TEN, 90_000, 80_000));
        pipeline.writes(Topics.BALANCE_STATEMENTS, ELEVEN.toString(), statement(ELEVEN, 80_000, 73_500));
    }

    @AfterAll
    void stop() {
        pipeline.close();
    }

    @Test
    void theTableEndsWithTheTotalAndTheBalance() {
        assertThat(run("--from", "2026-03-01T10:10:00Z", "--to", "2026-03-01T13:00:00Z"))
                .containsExactly(
                        "orders placed from 2026-03-01T10:00:00Z to 2026-03-01T13:00:00Z, by country, amounts in IDR"
                                + " (rounded to whole hours)",
                        "",
                        "COUNTRY  ISO  ORDERS  CODES  SPENT  PER CODE  REFUNDED  CHARGED  LOCKED  LATE CODES  UNUSED"
                                + "  IN DOUBT  FROM",
                        "      6  ID        2      1   5000      5000      5000    10000       0           0       0"
                                + "         0  catalog",
                        "     12  -         2      1   3000      3000      3000     6000       0           0       0"
                                + "         0  catalog",
                        "  total  -         4      2   8000      4000      8000    16000       0           0       0"
                                + "         0  catalog",
                        "",
                        "BALANCE         IDR",
                        "opening       90000  at 2026-03-01T10:00:00Z",
                        "deposits          0",
                        "charges      -16000  catalog",
                        "refunds           0  catalog",
                        "unexplained    -500  no order explains it",
                        "closing       73500  at 2026-03-01T11:59:00Z",
                        "locked            0  the price of open orders, charged already",
                        "no statement of 1 hour: 2026-03-01T12:00:00Z to 2026-03-01T13:00:00Z");
    }

    @Test
    void byLabelTheTableSaysWhyTheLinesAreMoreThanTheTotal() {
        assertThat(run("--by", "label", "--from", "2026-03-01", "--to", "2026-03-01"))
                .anyMatch(line -> line.startsWith("signup") && line.contains(" 8000 "))
                .anyMatch(line -> line.startsWith("nightly") && line.contains(" 5000 "))
                .anyMatch(line -> line.startsWith("total") && line.contains(" 8000 "))
                .contains("note: an order with several labels counts under each of them, and once in the total");
    }

    @Test
    void todayIsTheDefault() {
        assertThat(run())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("  total"))
                .contains("balance: no statement of these hours");
    }

    @Test
    void csvHasAHeader() {
        assertThat(run("--csv", "--by", "tenant", "--from", "2026-03-01", "--to", "2026-03-01"))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("from,to,by,group,country_code,orders,codes,spend_idr,");
    }

    @Test
    void jsonIsOneObject() {
        assertThat(run("--json", "--from", "2026-03-01", "--to", "2026-03-01"))
                .singleElement()
                .asString()
                .startsWith("{\"by\":\"country\",\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-02T00:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource({
        "--by,   weekday,  '--by: expected one of label, tenant, country, platform'",
        "--from, tomorrow, '--from: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'",
        "--to,   2026-3-1, '--to: expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31'"
    })
    void whatCanNotBeUsedIsNamed(String option, String value, String message) {
        assertThat(CommandRun.of(at, "costs", option, value)
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void oneFormatIsEnough() {
        assertThat(CommandRun.of(at, "costs", "--csv", "--json")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("--csv", "--json");
    }

    private List<String> run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "costs";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return CommandRun.of(at, arguments).endsWith(ExitCode.OK).out();
    }

    private static Costs costs(Instant hour, int country, @Nullable String tenant, List<String> labels, long price) {
        return new Costs(
                hour,
                country,
                country == 6 ? "ID" : null,
                1,
                tenant,
                labels,
                2,
                1,
                2 * price,
                price,
                price,
                0,
                0,
                0,
                0,
                Money.IDR,
                PriceSource.CATALOG,
                hour);
    }

    /** Charges explain all but 500 of the second hour. */
    private static BalanceStatement statement(Instant hour, long opening, long closing) {
        long charges = hour.equals(TEN) ? 10_000 : 6_000;
        return new BalanceStatement(
                hour,
                hour,
                hour.plusSeconds(59 * 60),
                opening,
                0,
                charges,
                0,
                closing,
                closing - opening + charges,
                0,
                Money.IDR,
                PriceSource.CATALOG);
    }
}
