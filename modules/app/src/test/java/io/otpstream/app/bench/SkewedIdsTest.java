package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class SkewedIdsTest {

    private static final int PARTITIONS = 6;

    @Test
    void mostHaveOnePartitionAndTheOthersAreSpread() {
        List<String> ids = ids(10_000);

        Map<Integer, Long> counts = ids.stream()
                .collect(Collectors.groupingBy(id -> SkewedIds.partition(id, PARTITIONS), Collectors.counting()));

        assertThat(counts).containsOnlyKeys(0, 1, 2, 3, 4, 5);
        assertThat((double) counts.getOrDefault(SkewedIds.HOT_PARTITION, 0L)).isCloseTo(9_000, within(150.0));
        counts.forEach((partition, count) -> assertThat(count).isGreaterThan(100));
    }

    @Test
    void noneComesTwice() {
        assertThat(ids(2_000)).doesNotHaveDuplicates();
    }

    @Test
    void partitionsAreThoseOfKafkasProducer() {
        assertThat(ids(500)).allSatisfy(id -> assertThat(SkewedIds.partition(id, PARTITIONS))
                .isEqualTo(BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), PARTITIONS)));
    }

    @Test
    void oneSeedGivesTheSameAgain() {
        assertThat(ids(100)).isEqualTo(ids(100));
    }

    @Test
    void onePartitionCannotBeSkewed() {
        assertThatThrownBy(() -> new SkewedIds("r", 1, 0.9, new SplittableRandom(1)))
                .hasMessage("partitions: expected at least 2, was 1");
    }

    private static List<String> ids(int count) {
        SkewedIds ids = new SkewedIds("r", PARTITIONS, 0.9, new SplittableRandom(1));
        return Stream.generate(ids::next).limit(count).toList();
    }
}
