package io.otpstream.app.trace;

import static io.otpstream.app.trace.TraceRecords.T0;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTextTest {

    private static final List<Step> STEPS = List.of(
            new Step.Asked(
                    T0,
                    VerificationRequest.of("whatsapp", "ID", "MY")
                            .withMaxPriceIdr(9_000)
                            .withLabels("nightly", "signup")),
            new Step.Ordered(TraceRecords.order(OrderEventType.PLACED, 1, T0.plusMillis(2_500))),
            new Step.Told(
                    T0.plusSeconds(90), VerificationCommand.numberRejected().forAttempt(1)),
            new Step.Ordered(TraceRecords.order(OrderEventType.PLACED, 2, T0.plusSeconds(100))),
            new Step.Ordered(TraceRecords.order(OrderEventType.COMPLETED, 2, T0.plusSeconds(120))),
            TraceRecords.withCode(T0.plusSeconds(120)),
            new Step.Ordered(TraceRecords.order(OrderEventType.LATE_CODE, 1, T0.plusSeconds(130))));

    @Test
    void aLifeIsALinePerStep() {
        Timeline timeline = new Timeline();

        assertThat(STEPS.stream().map(timeline::next).map(TraceText::line).toList())
                .containsExactly(
                        "2026-03-01T10:00:00Z           0.0       0.0  requested          platform whatsapp, countries ID MY,"
                                + " at most 9000 IDR, attempts 2, timeout 90 s, labels nightly signup",
                        "2026-03-01T10:00:02.500Z       2.5       2.5  placed             attempt 1, country 6, order ord_1,"
                                + " +62*********90, 3500 IDR",
                        "2026-03-01T10:01:30Z          90.0      87.5  number_rejected    for attempt 1",
                        "2026-03-01T10:01:40Z         100.0      10.0  placed             attempt 2, country 6, order ord_2,"
                                + " +62*********90, 3500 IDR",
                        "2026-03-01T10:02:00Z         120.0      20.0  completed          attempt 2, country 6, order ord_2,"
                                + " +62*********90, 3500 IDR",
                        "2026-03-01T10:02:00Z         120.0       0.0  code               attempt 2, country 6, order ord_2,"
                                + " +62*********90, 3500 IDR",
                        "2026-03-01T10:02:10Z         130.0      10.0  late_code          attempt 1, country 6, order ord_1,"
                                + " +62*********90, 3500 IDR");
        assertThat(timeline.summary().map(TraceText::line))
                .contains("code after 120.0 s: 2 orders, the first after 2.5 s, 7000 IDR spent");
    }

    @Test
    void thePageShowsThisLife() throws IOException {
        Timeline timeline = new Timeline();
        String moments = STEPS.stream().map(timeline::next).map(TraceText::line).collect(joining("\n"));
        String end = timeline.summary().map(TraceText::line).orElseThrow();

        assertThat(Path.of("../../docs/trace.md"))
                .content()
                .contains(String.join("\n", "```", TraceText.heading(), moments, end, "```"));
    }

    @Test
    void whatIsNotOverSaysSo() {
        Timeline timeline = new Timeline();
        timeline.next(STEPS.getFirst());

        assertThat(timeline.summary().map(TraceText::line))
                .contains("no final record yet, 0.0 s after the request: 0 orders, 0 IDR spent");
        assertThat(new Timeline().summary()).isEmpty();
    }

    @Test
    void anOutcomeSumsUpToo() {
        Timeline timeline = new Timeline();
        timeline.next(STEPS.getFirst());
        timeline.next(new Step.Resulted(new ResultRecord.WithoutCode(TraceRecords.noStock(T0.plusSeconds(3)))));

        assertThat(timeline.summary().map(TraceText::line)).contains("no_stock after 3.0 s: 0 orders, 0 IDR spent");
    }

    @Test
    void jsonSaysTheSame() {
        Timeline timeline = new Timeline();

        List<String> lines = STEPS.stream()
                .map(timeline::next)
                .map(moment -> TraceJson.line("r1", moment))
                .toList();

        assertThat(lines.get(0))
                .contains("\"event\":\"requested\",\"request_id\":\"r1\"", "\"labels\":[\"nightly\",\"signup\"]");
        assertThat(lines.get(1))
                .isEqualTo("{\"event\":\"placed\",\"request_id\":\"r1\",\"topic\":\"verification.orders\","
                        + "\"at\":\"2026-03-01T10:00:02.500Z\",\"after_ms\":2500,\"step_ms\":2500,\"attempt\":1,"
                        + "\"country_id\":6,\"platform_id\":1,\"order_id\":\"ord_1\",\"number_masked\":\"+62*********90\","
                        + "\"price_idr\":3500,\"currency\":\"IDR\",\"reason\":null,\"error_code\":null}");
        assertThat(timeline.summary().map(summary -> TraceJson.line("r1", summary, List.of(new Gap("t", null)))))
                .contains(
                        "{\"event\":\"summary\",\"request_id\":\"r1\",\"outcome\":\"code\",\"lasted_ms\":120000,"
                                + "\"first_number_after_ms\":2500,\"orders\":2,\"spent_idr\":7000,\"incomplete_topics\":[\"t\"]}");
    }

    @Test
    void neitherCodesNorNumbersAreShown() {
        Timeline timeline = new Timeline();

        assertThat(STEPS.stream().map(timeline::next)).allSatisfy(moment -> {
            assertThat(TraceText.line(moment)).doesNotContain("847291", "81234567");
            assertThat(TraceJson.line("r1", moment)).doesNotContain("847291", "81234567");
        });
    }
}
