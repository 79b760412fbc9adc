package io.otpstream.streams.rates;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.errors.SerializationException;

/** A histogram of times in ms that fits into a record: percentiles to two digits, from 1 ms to an hour. */
final class Latencies {

    private static final long LONGEST_MS = 3_600_000;
    private static final int DIGITS = 2;

    private final Histogram histogram;

    private Latencies(Histogram histogram) {
        this.histogram = histogram;
    }

    /** From what {@link #encode} made; the empty text is an empty histogram. */
    static Latencies decode(String encoded) {
        if (encoded.isEmpty()) {
            return new Latencies(new Histogram(LONGEST_MS, DIGITS));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            return new Latencies(Histogram.decodeFromCompressedByteBuffer(bytes, LONGEST_MS));
        } catch (DataFormatException
                | IllegalArgumentException
                | BufferUnderflowException
                | IndexOutOfBoundsException broken) {
            throw new SerializationException("the histogram of a country's latencies can't be read", broken);
        }
    }

    /**
     * With one time more; this instance then shows it too.
     *
     * @param sign 1, or -1 to take out one that is in
     */
    Latencies plus(long ms, int sign) {
        Histogram one = new Histogram(LONGEST_MS, DIGITS);
        one.recordValue(Math.min(ms, LONGEST_MS));
        if (sign < 0) {
            histogram.subtract(one);
        } else {
            histogram.add(one);
        }
        return this;
    }

    /** In ms; 0 of an empty histogram. */
    double percentile(double percent) {
        return histogram.getValueAtPercentile(percent);
    }

    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
