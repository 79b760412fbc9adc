package io.otpstream.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.streams.fleet.DemandRecord;
import io.otpstream.streams.fleet.LeaseRecord;
import io.otpstream.streams.fleet.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class BudgetNewsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.500Z");
    private static final Instant LATELY = NOW.minusSeconds(1);

    private final BudgetNews news = new BudgetNews();

    @Test
    void theLastWordOfEachProcessCounts() {
        hear(FleetWords.busy("b", LATELY.minusSeconds(1)));
        hear(FleetWords.busy("a", LATELY));
        hear(FleetWords.calm("b", LATELY));

        FleetState fleet = news.state(NOW);

        assertThat(fleet.processes())
                .extracting(process -> process.told().name(), ProcessState::sent)
                .containsExactly(tuple("host-a", 143), tuple("host-b", 10));
        assertThat(fleet.sent()).isEqualTo(153);
        assertThat(fleet.limits()).containsExactly(300);
        assertThat(fleet.oldestWait()).contains(Duration.ofSeconds(90));
        // Six wait for 0.25 × (2.4 + 0.5) orders a second.
        assertThat(fleet.timeToClear()).contains(Duration.ofSeconds(8));
    }

    @Test
    void theFirstLeaseOfTheCurrentSlotCounts() {
        hear(FleetWords.calm("a", LATELY));
        hear(FleetWords.calm("b", LATELY));
        hear(FleetWords.lease(NOW.minusSeconds(1), "b", Map.of("a", 9.0)));
        hear(FleetWords.lease(NOW, "a", Map.of("a", 4.0)));
        hear(FleetWords.lease(NOW, "b", Map.of("a", 1.0, "b", 3.0)));
        hear(FleetWords.lease(NOW.plusSeconds(1), "b", Map.of("b", 2.0)));

        FleetState fleet = news.state(NOW);

        assertThat(fleet.processes()).extracting(ProcessState::permitsPerSecond).containsExactly(4.0, 0.0);
        assertThat(fleet.dividedBy()).contains("host-a");
    }

    @Test
    void withoutACurrentLeaseTheProcessesWordHasToDo() {
        hear(FleetWords.calm("a", LATELY));
        hear(FleetWords.lease(NOW.minusSeconds(20), "gone", Map.of("a", 9.0)));

        FleetState fleet = news.state(NOW);

        assertThat(fleet.processes()).extracting(ProcessState::permitsPerSecond).containsExactly(0.5);
        assertThat(fleet.dividedBy()).contains("gone");
    }

    @Test
    void whoIsSilentIsLeftOut() {
        hear(FleetWords.calm("a", LATELY));
        hear(FleetWords.calm("b", NOW.minusSeconds(6)));

        assertThat(news.state(NOW).processes())
                .extracting(process -> process.told().process())
                .containsExactly("a");
    }

    @Test
    void aFleetThatAsksForNothingIsIdleSinceItsLastWord() {
        assertThat(news.state(NOW).lastHeard()).isEmpty();
        hear(FleetWords.busy("a", LATELY.minusSeconds(1)));
        hear(FleetWords.done("a", LATELY));

        assertThat(news.state(NOW).isIdle()).isTrue();
        assertThat(news.state(NOW.plusSeconds(3_600)).lastHeard()).contains(LATELY);
        assertThat(news.state(NOW.plusSeconds(7_200)).lastHeard()).contains(LATELY);
    }

    @Test
    void whatIsNotOursIsSkipped() {
        news.accept(new TopicRecord(DemandRecord.TOPIC, "a", "{".getBytes(StandardCharsets.UTF_8), LATELY));
        news.accept(new TopicRecord(LeaseRecord.TOPIC, "1", null, LATELY));

        assertThat(news.state(NOW).isIdle()).isTrue();
    }

    private void hear(DemandRecord said) {
        hear(Messages.DEMANDS.write(said.process(), said), said.at());
    }

    private void hear(LeaseRecord said) {
        hear(Messages.LEASES.write("any", said), LATELY);
    }

    private void hear(ProducerRecord<byte[], byte[]> record, Instant at) {
        news.accept(new TopicRecord(record.topic(), "any", record.value(), at));
    }
}
