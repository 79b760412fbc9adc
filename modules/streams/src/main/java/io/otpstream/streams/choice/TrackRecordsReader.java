package io.otpstream.streams.choice;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.domain.choice.Evidence;
import io.otpstream.domain.choice.TrackRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is known of countries up to the last record of {@code verification.success-rates-by-platform} that it was
 * given. One thread gives the records in their order; any thread may ask.
 */
public final class TrackRecordsReader {

    private static final Logger LOG = LoggerFactory.getLogger(TrackRecordsReader.class);

    private final Deserializer<SuccessRates> deserializer =
            Topics.SUCCESS_RATES_BY_PLATFORM.valueSerde().deserializer();
    private final double speed;
    private final Breakers breakers;
    private final CountedOrders counted = new CountedOrders();
    private volatile TrackRecords current = TrackRecords.none();

    /**
     * Knows nothing yet.
     *
     * @param speed how much faster than real the API's world runs: records tell real seconds
     * @param breakers told of what is read
     */
    public TrackRecordsReader(double speed, Breakers breakers) {
        this.speed = speed;
        this.breakers = breakers;
    }

    /** The same where nothing stops buying. */
    public TrackRecordsReader(double speed) {
        this(speed, Breakers.none());
    }

    /** What is known now. */
    public TrackRecords current() {
        return current;
    }

    /** Takes in a record's value. One that can't be read, or is a tombstone, or tells no recent rate, changes nothing. */
    public void read(byte @Nullable [] value) {
        try {
            SuccessRates rates = deserializer.deserialize(Topics.SUCCESS_RATES_BY_PLATFORM.name(), value);
            if (rates != null) {
                current = with(rates);
            }
        } catch (SerializationException | IllegalArgumentException notOurs) {
            LOG.warn("A record of {} is left out: {}", Topics.SUCCESS_RATES_BY_PLATFORM.name(), notOurs.getMessage());
        }
    }

    private TrackRecords with(SuccessRates rates) {
        Integer platformId = rates.platformId();
        Double rate = rates.recentSuccessRate();
        Double orders = rates.recentOrders();
        if (platformId == null || rate == null || orders == null) {
            return current;
        }
        Double seconds = rates.meanSecondsToCode();
        Evidence recent = new Evidence(rate * orders, orders, rates.updatedAt());
        breakers.told(rates.countryId(), platformId, counted.with(rates, platformId));
        return current.with(
                rates.countryId(),
                platformId,
                recent,
                seconds == null ? null : Double.valueOf(seconds * speed),
                paidPerCode(rates));
    }

    /** Late codes are paid, too. While there are none in time, how many that would be per code isn't known. */
    private static double paidPerCode(SuccessRates rates) {
        double late = rates.orders(OrderOutcome.LATE_CODE);
        return rates.codes() == 0 ? 1 : (rates.codes() + late) / rates.codes();
    }
}
