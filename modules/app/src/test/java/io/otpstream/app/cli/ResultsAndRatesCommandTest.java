package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.SuccessRatesBuilder;
import io.otpstream.contract.Topics;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What readers of the pipeline's topics do, against a real broker; the test plays the pipeline. */
@ExtendWith(KafkaFixture.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsAndRatesCommandTest {

    private final String at;
    private final Pipeline pipeline;

    ResultsAndRatesCommandTest(KafkaCluster kafka) {
        at = kafka.bootstrapServers();
        pipeline = new Pipeline(at);
    }

    @BeforeAll
    void createTopics() {
        CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK);
        pipeline.ends("signup-18", Outcome.NO_STOCK, "No country had a number.");
        pipeline.answers("a", "847291");
        pipeline.answersButAborts("b", "111111");
    }

    @AfterAll
    void stop() {
        pipeline.close();
    }

    @Test
    void whatIsThereIsPrintedInOrderAndInColumns() {
        assertThat(CommandRun.of(at, "results", "--id", "a", "--id", "signup-18")
                        .endsWith(ExitCode.OK)
                        .out())
                .containsExactly(
                        "2026-03-01T10:00:23Z  a          code 847291        +6281234567890  country 6  platform 1"
                                + "  attempt 1  3500 IDR  after 23.5 s",
                        "2026-03-01T10:03:10Z  signup-18  no_stock           No country had a number.");
    }

    @Test
    void whatIsNotThereIsNamed() {
        CommandRun run = CommandRun.of(at, "results", "--id", "a", "--id", "b").endsWith(ExitCode.WAIT_TIMED_OUT);

        assertThat(run.out()).singleElement().asString().contains("847291");
        assertThat(run.err())
                .containsExactly("otpstream: no final record of b is there: not yet, or no longer (codes go after"
                        + " results.retention)");
    }

    @Test
    void jsonHoldsTheWholeRecord() {
        assertThat(CommandRun.of(at, "results", "--json", "--id", "a")
                        .endsWith(ExitCode.OK)
                        .out())
                .singleElement()
                .asString()
                .startsWith("{\"event\":\"code\",\"request_id\":\"a\",\"code\":\"847291\",\"order_id\":\"ord_1\"");
    }

    @Test
    void followingOneRequestEndsWithItsFinalRecord() {
        CommandRun run = CommandRun.start(at, "results", "--follow", "--id", "later", "--id", "a");
        run.hasSaid("847291");

        pipeline.answers("other", "222222");
        pipeline.ends("later", Outcome.WITHDRAWN, "Withdrawn\u001b[2J by the requester.");

        assertThat(run.endsWith(ExitCode.OK).out())
                .hasSize(2)
                .last()
                .isEqualTo("2026-03-01T10:03:10Z  later  withdrawn          Withdrawn.[2J by the requester.");
    }

    @Test
    void followingAllEndsWithTheSignal() {
        CommandRun run = CommandRun.start(at, "results", "--follow");
        run.hasSaid("847291");

        run.interrupt();

        run.endsWith(ExitCode.OK);
    }

    @Test
    void withoutTheBeginningThereIsOnlyFollowing() {
        assertThat(CommandRun.of(at, "results", "--no-from-beginning")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("--no-from-beginning: expected together with --follow");
    }

    @Test
    void ratesAreTheLatestOfEveryCountryAndFollowWhatChanges() {
        assertThat(CommandRun.of(at, "rates").endsWith(ExitCode.OK).err())
                .containsExactly("otpstream: no order was placed so far");
        pipeline.counts(rates(6, "ID", 1, 1), 6);
        pipeline.counts(rates(9, null, 0, 1), 9);
        pipeline.counts(rates(7, "US", 1, 0), 7);
        pipeline.counts(null, 7);
        pipeline.counts(rates(6, "ID", 3, 1), 6);

        CommandRun run = CommandRun.start(at, "rates", "--follow").hasSaid("\n");
        assertThat(CommandRun.of(at, "rates").endsWith(ExitCode.OK).out())
                .containsExactly(
                        "COUNTRY  ISO  ORDERS  OPEN  CODES  SUCCESS (95 %)  NO STOCK  SPENT IDR  REFUNDED  IDR/CODE"
                                + "  MEAN s  P50 s  P95 s",
                        "      6  ID        4     2      3  75.0 % (30-95)    25.0 %      10500      3500      3500"
                                + "    21.5   20.3   38.0",
                        "      9  -         1     2      0    0.0 % (0-79)    25.0 %          0      3500         -"
                                + "       -      -      -");
        run.hasSaid("75.0 %");
        pipeline.counts(rates(12, "VN", 1, 0), 12);
        run.hasSaid("VN");
        run.interrupt();

        run.endsWith(ExitCode.OK);
        assertThat(CommandRun.of(at, "rates", "--json").endsWith(ExitCode.OK).out())
                .hasSize(3)
                .first()
                .asString()
                .startsWith(
                        "{\"country_id\":6,\"country_code\":\"ID\",\"orders\":{\"completed\":3,\"timed_out\":1,\"no_stock\":2},");
    }

    @Test
    void ratesByPlatformAndByHourAreOnTopicsOfTheirOwn() {
        Instant nine = Instant.parse("2026-03-01T09:00:00Z");
        SuccessRatesBuilder one = SuccessRates.of(6, Pipeline.T0).open(1);
        pipeline.writes(
                Topics.SUCCESS_RATES_BY_PLATFORM, "6/1", one.platformId(1).build());
        pipeline.writes(
                Topics.SUCCESS_RATES_BY_PLATFORM,
                "6/12",
                one.platformId(12).orders(Map.of("expired", 2L)).build());
        SuccessRatesBuilder hour = SuccessRates.of(6, Pipeline.T0);
        pipeline.writes(
                Topics.SUCCESS_RATES_BY_HOUR,
                "6/2026-03-01T10:00:00Z",
                hour.hour(Pipeline.T0).build());
        pipeline.writes(
                Topics.SUCCESS_RATES_BY_HOUR,
                "6/2026-03-01T09:00:00Z",
                hour.hour(nine).build());

        assertThat(CommandRun.of(at, "rates", "--by", "platform")
                        .endsWith(ExitCode.OK)
                        .out())
                .containsExactly(
                        "COUNTRY  ISO  PLATFORM  ORDERS  OPEN  CODES  SUCCESS (95 %)  NO STOCK  SPENT IDR  REFUNDED"
                                + "  IDR/CODE  MEAN s  P50 s  P95 s",
                        "      6  -          12       2     1      0               -         -          0         0"
                                + "         -       -      -      -",
                        "      6  -           1       0     1      0               -         -          0         0"
                                + "         -       -      -      -");
        assertThat(CommandRun.of(at, "rates", "--by", "hour")
                        .endsWith(ExitCode.OK)
                        .out())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("COUNTRY  ISO  HOUR                  ORDERS"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("      6  -    2026-03-01T09:00:00Z       0"))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("      6  -    2026-03-01T10:00:00Z       0"));
        assertThat(CommandRun.of(at, "rates", "--by", "day")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .anyMatch(line -> line.contains("--by") && line.contains("expected country or platform or hour"));
    }

    private static SuccessRates rates(int country, @Nullable String iso, long codes, long timedOut) {
        boolean none = codes == 0;
        return SuccessRates.of(country, Pipeline.T0)
                .countryCode(iso)
                .orders(Map.of("completed", codes, "timed_out", timedOut, "no_stock", 2L))
                .open(2)
                .successRate((double) codes / (codes + timedOut), none ? 0 : 0.3, none ? 0.79 : 0.95)
                .noStockRate(0.25)
                .codes(codes)
                .money(codes * 3_500, timedOut * 3_500, PriceSource.CATALOG)
                .secondsToCode(none ? null : 21.5, none ? null : 20.25, none ? null : 38.0)
                .build();
    }
}
