package io.otpstream.app.config;

import static io.otpstream.app.config.ConfigInputsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigProblemsTest {

    private static final String DURATION = ", written like 250ms, 90s, 10m, 12h or 7d";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        api.url               | ftp://x            | an http or https URL without user, query and fragment, such as https://api.smscode.gg/v1
        api.url               | https://u:pw@x/v1  | an http or https URL without user, query and fragment, such as https://api.smscode.gg/v1
        api.url               | ::                 | an http or https URL without user, query and fragment, such as https://api.smscode.gg/v1
        api.dialect           | Guide              | auto or guide or published
        purchase.max.quantity | 101                | a whole number from 1 to 100
        finish.enabled        | yes                | true or false
        breaker.success.below | 101                | a whole number of percent from 0 to 100, or none
        breaker.success.below | 0.5                | a whole number of percent from 0 to 100, or none
        breaker.min.orders    | 0                  | a whole number from 1 to 10000
        webhook.listen        | 8086               | host:port, such as 127.0.0.1:8086, or none
        webhook.listen        | 127.0.0.1:65536    | host:port, such as 127.0.0.1:8086, or none
        webhook.listen        | ::1:8086           | host:port, such as 127.0.0.1:8086, or none
        rate.limit.per.minute | 0                  | a whole number from 2 to 10000
        rate.limit.per.minute | many               | a whole number from 2 to 10000
        stream.threads        | 65                 | a whole number from 1 to 64
        choose.wait.idr.per.minute | -1            | a whole number from 0 to 1000000
        speed                 | 0.5                | a number from 1 to 1000
        speed                 | NaN                | a number from 1 to 1000
        spend.cap.idr.per.hour | 0                 | a whole number of rupiah from 1 to 1000000000000, or none
        spend.cap.idr.per.day  | -5                | a whole number of rupiah from 1 to 1000000000000, or none
        alert.balance.below.idr | 1.5              | a whole number of rupiah from 1 to 1000000000000, or none
        in-doubt.policy       | retry              | reorder or fail
        alert.success.rate.below | 1.5             | a number from 0 to 1, or nothing
        alert.success.rate.below | half            | a number from 0 to 1, or nothing
        application.id        | a b                | 1 to 100 of A-Z a-z 0-9 . _ -
        kafka.bootstrap.servers | localhost        | host:port, or several with commas
        dashboard.host        | http://x           | a host name or an address, without a port
        dashboard.port        | 65536              | a whole number from 0 to 65535
        dashboard.password    | short              | 12 to 200 visible ASCII characters, or nothing
        """)
    void saysWhatIsExpected(String key, String value, String expected) {
        assertThat(problems(nothing().set(key, value))).containsExactly(key + " (flag --set): expected " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "api.timeout, 99ms, 100ms, 5m",
        "poll.interval, 4s, 5s, 10m",
        "poll.interval, 5, 5s, 10m",
        "catalog.ttl, 2h, 1s, 1h",
        "breaker.pause, 0s, 1s, 1d",
        "balance.interval, 1s, 10s, 1h",
        "dedup.retention, 23h, 1d, 365d",
        "results.retention, PT-1H, 1m, 7d",
    })
    void saysWhichDurationsAreExpected(String key, String value, String least, String most) {
        assertThat(problems(nothing().set(key, value)))
                .containsExactly(key + " (flag --set): expected a duration from " + least + " to " + most + DURATION);
    }

    @Test
    void namesTheLineOfTheFile() {
        Path file = directory.resolve("app.properties");

        assertThat(problems(nothing().file(file, "# settings", "catalog.ttl=1m", "stream.threads = two")))
                .containsExactly("stream.threads (" + file + ":3): expected a whole number from 1 to 64");
    }

    @Test
    void namesTheEnvironmentVariable() {
        assertThat(problems(nothing().variable("OTPSTREAM_SPEED", "fast")))
                .containsExactly("speed (environment variable OTPSTREAM_SPEED): expected a number from 1 to 1000");
    }

    @Test
    void suggestsTheNearestKey() {
        assertThat(problems(nothing().variable("OTPSTREAM_POL_INTERVAL", "5s").set("bootstrap.servers", "x:1")))
                .containsExactly(
                        "pol.interval (environment variable OTPSTREAM_POL_INTERVAL): unknown key, did you mean"
                                + " poll.interval?",
                        "bootstrap.servers (flag --set): unknown key, did you mean kafka.bootstrap.servers?");
    }

    @Test
    void aKeyTwiceInOneFileIsAnError() {
        Path file = directory.resolve("twice.properties");

        assertThat(problems(nothing().file(file, "speed=1", "speed=1")))
                .containsExactly("speed (" + file + ":2): given twice in this file");
    }

    @Test
    void aMalformedEscapeIsAnError() {
        Path file = directory.resolve("escape.properties");

        assertThat(problems(nothing().file(file, "", "speed=\\u00")))
                .containsExactly(file + ":2: malformed \\u escape");
    }

    @Test
    void aFileThatIsMissingIsAnError() {
        Path file = directory.resolve("none.properties");

        assertThat(problems(nothing().missingFile(file)))
                .containsExactly("the configuration file " + file + " can't be read: expected a UTF-8 properties file");
    }

    @Test
    void theRealApiCanNotBeHurried() {
        assertThat(problems(nothing().set("speed", "10")))
                .containsExactly("speed (flag --set): expected 1 while api.url (default) is the real API, which"
                        + " can't be hurried");
    }

    @Test
    void theTokenDoesNotTravelInClear() {
        assertThat(problems(nothing().set("api.url", "http://API.smscode.gg/v1")))
                .containsExactly("api.url (flag --set): expected https for api.smscode.gg, else the token travels"
                        + " in clear");
    }

    @Test
    void codesDoNotOutliveTheirRequests() {
        assertThat(problems(nothing().set("dedup.retention", "1d").variable("OTPSTREAM_RESULTS_RETENTION", "2d")))
                .containsExactly("results.retention (environment variable OTPSTREAM_RESULTS_RETENTION): expected at"
                        + " most dedup.retention (flag --set), for a code must not outlive what is known of its"
                        + " request");
    }

    @Test
    void aDayIsNotCappedBelowItsHours() {
        assertThat(problems(nothing()
                        .set("spend.cap.idr.per.hour", "2000")
                        .variable("OTPSTREAM_SPEND_CAP_IDR_PER_DAY", "1999")))
                .containsExactly(
                        "spend.cap.idr.per.day (environment variable OTPSTREAM_SPEND_CAP_IDR_PER_DAY): expected"
                                + " at least spend.cap.idr.per.hour (flag --set), for a day has that hour in it");
    }

    @Test
    void nobodyElseCanPushCodes() {
        assertThat(problems(nothing().set("webhook.listen", "127.0.0.1:8086")))
                .containsExactly("webhook.listen (flag --set): expected the webhook's secret in webhook.secret.file"
                        + " (default) or in the environment variable SMSCODE_WEBHOOK_SECRET, else anybody could push"
                        + " codes");
    }

    @Test
    void theGuideKnowsNoWebhooks() {
        assertThat(problems(nothing()
                        .variable("SMSCODE_WEBHOOK_SECRET", "s3cret")
                        .set("webhook.listen", "127.0.0.1:8086")
                        .set("api.dialect", "guide")))
                .containsExactly("webhook.listen (flag --set): expected none while api.dialect (flag --set) is guide,"
                        + " which knows no webhooks");
    }

    @Test
    void aWebhookSecretThatTheApiWouldNotTakeIsRefusedUnseen() {
        assertThat(problems(nothing().variable("SMSCODE_WEBHOOK_SECRET", "s".repeat(257))))
                .containsExactly("environment variable SMSCODE_WEBHOOK_SECRET: expected at most 256 characters");
    }

    @Test
    void whatThePipelineDecidesIsNotPassedThrough() {
        assertThat(problems(nothing()
                        .set("kafka.processing.guarantee", "at_least_once")
                        .set("kafka.application.id", "x")))
                .containsExactly(
                        "kafka.application.id (flag --set): set application.id instead",
                        "kafka.processing.guarantee (flag --set): leave it out: no paid order is safe without"
                                + " exactly_once_v2");
    }

    @Test
    void theDashboardIsOpenToNobodyElseWithoutAPassword() {
        assertThat(problems(nothing().set("dashboard.host", "0.0.0.0")))
                .containsExactly("dashboard.host (flag --set): expected 127.0.0.1 while dashboard.password (default) is"
                        + " empty, for others could look in");
    }

    @Test
    void aNameThatOnlyBeginsLikeLoopbackIsNone() {
        assertThat(problems(nothing().set("dashboard.host", "127.0.0.1.example.org")))
                .hasSize(1);
    }

    @Test
    void aTokenWithALineBreakIsRefusedUnseen() {
        assertThat(problems(nothing().variable("SMSCODE_TOKEN", "s3cret\nx")))
                .containsExactly("environment variable SMSCODE_TOKEN: expected a token of visible ASCII characters");
    }

    @Test
    void tellsEverythingAtOnceWithoutAnyValue() {
        InvalidConfigException e = refused(nothing().set("speed", "s3cret").set("api.token", "s3cret"));

        assertThat(e.problems()).hasSize(2);
        assertThat(e).hasMessageNotContaining("s3cret").hasMessageContaining("api.token.file");
    }

    private static List<String> problems(ConfigInputsFixture given) {
        return refused(given).problems();
    }

    private static InvalidConfigException refused(ConfigInputsFixture given) {
        InvalidConfigException refusal = catchThrowableOfType(InvalidConfigException.class, given::load);
        assertThat(refusal).as("this configuration should be refused").isNotNull();
        return refusal;
    }
}
