package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.Alert;
import io.otpstream.contract.Severity;
import io.otpstream.dashboard.Dashboard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees: the page in a real browser, over topics that the test writes. */
@ExtendWith(KafkaFixture.class)
class DashboardBrowserTest {

    private static final String PASSWORD = "correct-horse-staple";
    private static final List<String> PLOTS = List.of("plot-rates", "plot-cost", "plot-codes", "plot-time");

    private final Browser browser = Browser.open();
    private final DashboardTopics topics;

    DashboardBrowserTest(KafkaCluster kafka) {
        topics = DashboardTopics.at(kafka.bootstrapServers());
    }

    @BeforeEach
    void ordersOfTwoCountries() throws Exception {
        topics.rates(DashboardTopics.rates(6, "ID", 30));
        topics.rates(DashboardTopics.rates(8, "IN", 12));
        topics.completed("r1", "+6284000079190", "847291");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everyPlotHasDataAndATableBehindIt() {
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            open(dashboard.uri());

            for (String plot : PLOTS) {
                assertThat(points(plot)).as(plot).isPositive();
                assertThat(drawn(plot)).as("%s is drawn", plot).isTrue();
            }
            assertThat(browser.run("return document.getElementById('table-rates').textContent"))
                    .asString()
                    .contains("🇮🇩 Indonesia", "🇮🇳 India", "68.0 to 89.0 %");
            assertThat(browser.run("return document.querySelectorAll('details table tbody tr').length"))
                    .isNotEqualTo(0L);
        }
    }

    @Test
    void columnsAreLabelledAnewWhenTheirOrderChanges() throws Exception {
        browser.runFirst("""
                const context = CanvasRenderingContext2D.prototype;
                const { clearRect, fillText } = context;
                const plot = canvas => canvas.closest('[id]').dataset;
                context.clearRect = function (...where) {
                  plot(this.canvas).labels = '';
                  return clearRect.apply(this, where);
                };
                context.fillText = function (text, ...where) {
                  if (/^[A-Z]{2}$/.test(text)) plot(this.canvas).labels += text + ' ';
                  return fillText.call(this, text, ...where);
                };""");
        topics.rates(DashboardTopics.rates(6, "ID", 1_000));
        topics.rates(DashboardTopics.rates(8, "IN", 900));
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            open(dashboard.uri());
            awaitFirstLabels("ID IN ");

            topics.rates(DashboardTopics.rates(8, "IN", 1_100));

            awaitFirstLabels("IN ID ");
        }
    }

    @Test
    void whatChangesIsShownWithoutAReload() throws Exception {
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            open(dashboard.uri());
            browser.run("window.sameDocument = true");

            topics.rates(DashboardTopics.rates(9, "BR", 77));
            browser.awaitSource("Brazil");
            topics.alert(Alert.raised(
                    "balance_low", null, "The balance is low.", "Pay something in.", Instant.now(), Severity.CRITICAL));
            browser.awaitSource("The balance is low.");
            assertThat(browser.text("alerts")).contains("The balance is low.", "Pay something in.");
            topics.alert(Alert.cleared("balance_low", null, "The balance is fine.", Instant.now()));
            browser.awaitText("recent", "The balance is fine.");
            assertThat(browser.run("return document.getElementById('alerts').hidden"))
                    .isEqualTo(true);

            assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void textsAreTextsAndNoHtml() throws Exception {
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            open(dashboard.uri());
            String text = "<img src=x onerror='window.broken = true'>";
            topics.alert(Alert.raised("odd", "s", text, text, Instant.now(), Severity.INFO));

            browser.awaitText("alerts", text);
            assertThat(browser.run("return window.broken === undefined")).isEqualTo(true);
            topics.alert(Alert.cleared("odd", "s", "Over.", Instant.now()));
        }
    }

    @Test
    void nothingIsSecretAndNothingComesFromElsewhere() {
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            open(dashboard.uri());

            assertThat(browser.source()).doesNotContain("847291", "84000079190", "79190");
            assertThat(browser.run("return performance.getEntriesByType('resource').map(e => e.name).filter(name =>"
                            + " !name.startsWith(location.origin)).length"))
                    .isEqualTo(0L);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void anOutsiderSeesNothingAndWhoHasThePasswordAll() throws Exception {
        try (Dashboard dashboard = topics.dashboard(Optional.of(new Password(PASSWORD)))) {
            URI uri = dashboard.uri();
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(401);
            }
            browser.show(uri);
            assertThat(browser.source()).doesNotContain("tile-codes");

            open(URI.create("http://ada:" + PASSWORD + "@127.0.0.1:" + uri.getPort()));
            assertThat(points("plot-rates")).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"375, light", "375, dark", "320, light", "768, dark", "1200, light", "1200, dark"})
    void nothingIsWiderThanTheScreen(int width, String scheme) {
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            browser.device(width, scheme);
            open(dashboard.uri());
            browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");

            assertThat(browser.run("return innerWidth")).isEqualTo((long) width);
            assertThat(browser.run("return document.documentElement.scrollWidth"))
                    .isEqualTo(browser.run("return document.documentElement.clientWidth"));
            assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(scheme.equals("dark") ? "rgb(12, 18, 23)" : "rgb(244, 246, 248)");
        }
    }

    @Test
    void theFirstThingThatTheKeyboardReachesSkipsTheHeader() {
        try (Dashboard dashboard = topics.dashboard(Optional.empty())) {
            open(dashboard.uri());

            assertThat(browser.run("return [...document.querySelectorAll('a, summary, [tabindex]')][0].hash"))
                    .isEqualTo("#main");
            assertThat(browser.run("return [...document.querySelectorAll('[aria-labelledby], [aria-describedby]')]"
                            + ".flatMap(e => [e.getAttribute('aria-labelledby'), e.getAttribute('aria-describedby')])"
                            + ".filter(id => id && !document.getElementById(id)).length"))
                    .isEqualTo(0L);
        }
    }

    /** Once the first figures are there. */
    private void open(URI page) {
        browser.show(page);
        browser.awaitText("health", "Live");
        await().pollInSameThread()
                .atMost(Browser.PATIENCE)
                .until(() -> points("plot-rates") > 0 && points("plot-codes") > 0);
    }

    /** Of both plots by country. */
    private void awaitFirstLabels(String labels) {
        for (String plot : List.of("plot-rates", "plot-cost")) {
            await(plot + " to begin with " + labels)
                    .pollInSameThread()
                    .atMost(Browser.PATIENCE)
                    .until(() -> browser.run("return document.getElementById('" + plot + "').dataset.labels ?? ''")
                            .toString()
                            .startsWith(labels));
        }
    }

    private long points(String plot) {
        Object points = browser.run("return document.getElementById('" + plot + "').dataset.points ?? '0'");
        return Long.parseLong(points.toString());
    }

    private boolean drawn(String plot) {
        return Boolean.TRUE.equals(browser.run("const c = document.querySelector('#" + plot + " canvas');"
                + "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(value => value !== 0)"));
    }
}
