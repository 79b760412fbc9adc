package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.looks.ArrivalTally;
import io.otpstream.streams.arrivals.ArrivalCurvesReader;
import io.otpstream.streams.arrivals.CurveTopic;
import io.otpstream.streams.arrivals.OrderArrivals;
import io.otpstream.streams.process.Flow.Output;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/** Learns from what was published when codes arrive, as the topology and the readers of its topic do. */
final class SimulatedLearning {

    private final OrderArrivals arrivals = new OrderArrivals(1);
    private final Map<String, ArrivalTally> tallies = new HashMap<>();
    private final ArrivalCurvesReader reader = new ArrivalCurvesReader();
    private final Serde<ArrivalTally> serde = CurveTopic.tallies();

    /** What is known by now. */
    ArrivalCurves curves() {
        return reader.current();
    }

    void published(List<Published> outputs) {
        for (Published each : outputs) {
            if (each.output() instanceof Output.Ordered(var event)) {
                arrivals.byCurve(event).forEach(fact -> {
                    ArrivalTally tally =
                            tallies.getOrDefault(fact.key, ArrivalTally.empty()).plus(fact.value);
                    tallies.put(fact.key, tally);
                    reader.read(
                            fact.key.getBytes(StandardCharsets.UTF_8),
                            serde.serializer().serialize(CurveTopic.NAME, tally));
                });
            }
        }
    }
}
