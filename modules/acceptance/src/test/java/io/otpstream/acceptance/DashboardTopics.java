package io.otpstream.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.contract.Alert;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.dashboard.Dashboard;
import io.otpstream.dashboard.DashboardSettings;
import io.otpstream.dashboard.ports.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.config.types.Password;

/** Topics that a test writes in place of a pipeline, and the dashboard over them. */
record DashboardTopics(Map<String, Object> kafka, TestRecords records) {

    static DashboardTopics at(String bootstrapServers) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        TopicCheck.prepare(Cluster.of(kafka), TopicCatalogue.load());
        return new DashboardTopics(kafka, new TestRecords(bootstrapServers));
    }

    Dashboard dashboard(Optional<Password> password) {
        return Dashboard.start(
                new DashboardSettings("127.0.0.1", 0, password),
                kafka,
                new Surroundings(Optional::empty, List::of, () -> true, Map::of, 1));
    }

    void rates(SuccessRates rates) throws ExecutionException, InterruptedException {
        records.send(Topics.SUCCESS_RATES, Integer.toString(rates.countryId()), rates);
    }

    void alert(Alert alert) throws ExecutionException, InterruptedException {
        records.send(Topics.ALERTS, alert.kind(), alert);
    }

    /** An order that got its code just now. */
    void completed(String requestId, String number, String code) throws ExecutionException, InterruptedException {
        Instant now = Instant.now();
        OrderEvent event = OrderEvent.of(OrderEventType.COMPLETED, requestId, 1, 6, 1, now)
                .phoneNumber(number)
                .placedAt(now.minusSeconds(20))
                .seenAt(now)
                .build();
        records.send(Topics.ORDERS, requestId, event);
        records.send(Topics.OTP_RESULTS.name(), requestId, ("{\"otp_code\":\"" + code + "\"}").getBytes(UTF_8));
    }

    static SuccessRates rates(int countryId, String countryCode, long codes) {
        return SuccessRates.of(countryId, Instant.now())
                .countryCode(countryCode)
                .orders(Map.of("completed", codes, "timed_out", codes / 4))
                .successRate(0.8, 0.68, 0.89)
                .codes(codes)
                .money(codes * 4_000, 0, PriceSource.CATALOG)
                .secondsToCode(21.0, 18.0, 40.0)
                .build();
    }
}
