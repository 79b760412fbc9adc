package io.otpstream.benchmarks.choice;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.SuccessRatesBuilder;
import io.otpstream.contract.Topics;
import io.otpstream.domain.choice.Evidence;
import io.otpstream.domain.choice.TrackRecords;
import io.otpstream.streams.choice.TrackRecordsReader;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts how orders ended and tells it as the success rates do: the pipeline's own reader is given their records. */
final class CountedOrders {

    private static final double MS_PER_SECOND = 1000;

    private final int platformId;
    private final Map<Integer, Count> counts = new HashMap<>();
    private final TrackRecordsReader reader = new TrackRecordsReader(1);

    private static final class Count {
        private final Map<OrderOutcome, Long> orders = new EnumMap<>(OrderOutcome.class);
        private Evidence recent = Evidence.none(Instant.EPOCH);
        private double secondsToCode;
        private long open;
    }

    CountedOrders(int platformId) {
        this.platformId = platformId;
    }

    /** What is known by now. */
    TrackRecords known() {
        return reader.current();
    }

    /** An order was placed, which is told as well. */
    void placed(int countryId, Instant at) {
        Count count = counts.computeIfAbsent(countryId, id -> new Count());
        count.open++;
        tell(countryId, count, at);
    }

    /** An order ended: with a code after so long, or without one. */
    void ended(int countryId, Optional<Duration> code, Instant at) {
        Count count = counts.computeIfAbsent(countryId, id -> new Count());
        count.open--;
        count.orders.merge(code.isPresent() ? OrderOutcome.COMPLETED : OrderOutcome.TIMED_OUT, 1L, Long::sum);
        count.recent = count.recent.plus(Evidence.of(code.isPresent(), at));
        code.ifPresent(age -> count.secondsToCode += age.toMillis() / MS_PER_SECOND);
        tell(countryId, count, at);
    }

    private void tell(int countryId, Count count, Instant at) {
        reader.read(Topics.SUCCESS_RATES_BY_PLATFORM
                .valueSerde()
                .serializer()
                .serialize(Topics.SUCCESS_RATES_BY_PLATFORM.name(), rates(countryId, count, at)));
    }

    private SuccessRates rates(int countryId, Count count, Instant at) {
        Map<String, Long> orders = new HashMap<>();
        count.orders.forEach((outcome, number) -> orders.put(outcome.word(), number));
        long codes = count.orders.getOrDefault(OrderOutcome.COMPLETED, 0L);
        Double mean = codes == 0 ? null : Double.valueOf(count.secondsToCode / codes);
        SuccessRatesBuilder rates = SuccessRates.of(countryId, at)
                .platformId(platformId)
                .orders(orders)
                .open(count.open)
                .codes(codes)
                .secondsToCode(mean, mean, mean);
        double recent = count.recent.orders();
        return (recent == 0 ? rates : rates.recent(count.recent.codes() / recent, recent)).build();
    }
}
