package io.otpstream.client;

import static io.otpstream.client.ClientFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuccessRatesTableTest {

    private final FakeTopics topics =
            FakeTopics.of(new ReadingPlan(List.of(Topics.SUCCESS_RATES, Topics.SUCCESS_RATES_BY_PLATFORM), List.of()));
    private SuccessRatesTable table;

    @BeforeEach
    void open() {
        table = new SuccessRatesTable(topics.consumer(), PATIENCE);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void theLastRecordOfEachKeyCounts() {
        topics.write(Topics.SUCCESS_RATES, "6", rates(6, 1));
        topics.write(Topics.SUCCESS_RATES, "7", rates(7, 5));
        topics.write(Topics.SUCCESS_RATES, "6", rates(6, 2));
        topics.write(Topics.SUCCESS_RATES_BY_PLATFORM, "6/1", rates(6, 3));

        await().atMost(PATIENCE)
                .until(() -> table.get(6).map(SuccessRates::codes).equals(Optional.of(2L))
                        && table.get(6, 1).isPresent());
        assertThat(table.awaitLoaded(PATIENCE).countries())
                .extracting(SuccessRates::countryId)
                .containsExactly(6, 7);
        assertThat(table.get(8)).isEmpty();
        assertThat(table.get(6, 2)).isEmpty();
        assertThat(table.get(6, 1)).map(SuccessRates::codes).contains(3L);
    }

    @Test
    void aBrokenRecordHidesNoOther() {
        byte[] broken = "?".getBytes(StandardCharsets.UTF_8);
        topics.writeBytes(Topics.SUCCESS_RATES, 0, "6", broken, new RecordHeaders());
        topics.write(Topics.SUCCESS_RATES, "7", rates(7, 1));

        await().atMost(PATIENCE).until(() -> table.get(7).isPresent());
        assertThat(table.get(6)).isEmpty();
    }

    @Test
    void aTableThatGrowsOldSaysSo() {
        topics.consumer().setPollException(new TopicAuthorizationException("Not authorized"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> table.get(6)).isInstanceOf(KafkaException.class));
    }

    @Test
    void aTableThatIsNotCompleteIsNotLoaded() {
        FakeTopics more = FakeTopics.of(
                new ReadingPlan(List.of(Topics.SUCCESS_RATES, Topics.SUCCESS_RATES_BY_PLATFORM), List.of()));
        more.endsAt(Topics.SUCCESS_RATES, 1);
        try (SuccessRatesTable unread = new SuccessRatesTable(more.consumer(), PATIENCE)) {
            assertThatThrownBy(() -> unread.awaitLoaded(Duration.ZERO)).isInstanceOf(TimeoutException.class);
        }
    }

    private static SuccessRates rates(int countryId, long codes) {
        return SuccessRates.of(countryId, Records.T0).codes(codes).build();
    }
}
