package io.otpstream.streams.arrivals;

import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.looks.ArrivalTally;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is known of arrivals up to the last record of {@value CurveTopic#NAME} that it was given. One thread gives
 * the records in their order; any thread may ask.
 */
public final class ArrivalCurvesReader {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalCurvesReader.class);
    private static final Pattern CELL = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

    private final Deserializer<ArrivalTally> deserializer = CurveTopic.tallies().deserializer();
    private volatile ArrivalCurves current = ArrivalCurves.guide();

    /** What is known now; what the vendor's guide says as long as nothing was read. */
    public ArrivalCurves current() {
        return current;
    }

    /** Takes in a record. One that can't be read, or is a tombstone, changes nothing. */
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        ArrivalTally tally = deserializer.deserialize(CurveTopic.NAME, value);
        if (key == null || tally == null) {
            return;
        }
        String name = new String(key, StandardCharsets.UTF_8);
        Matcher cell = CELL.matcher(name);
        if (name.equals(CurveTopic.OVERALL)) {
            current = current.withOverall(tally);
        } else if (cell.matches()) {
            current = current.with(Integer.parseInt(cell.group(1)), Integer.parseInt(cell.group(2)), tally);
        } else {
            LOG.warn("A record of {} is left out: its key names no curve", CurveTopic.NAME);
        }
    }
}
