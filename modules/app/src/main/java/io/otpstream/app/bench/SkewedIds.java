package io.otpstream.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.kafka.common.utils.Utils;

/** Request ids of which most have one partition; the others are spread over the other partitions. Not thread-safe. */
final class SkewedIds {

    /** Where most go. */
    static final int HOT_PARTITION = 0;

    private final String prefix;
    private final int partitions;
    private final double hotShare;
    private final SplittableRandom random;
    private int tried;

    /**
     * None of them is given twice.
     *
     * @param partitions that the topic has, at least 2
     * @param hotShare of the ids, 0 to 1
     */
    SkewedIds(String prefix, int partitions, double hotShare, SplittableRandom random) {
        if (partitions < 2) {
            throw new IllegalArgumentException("partitions: expected at least 2, was " + partitions);
        }
        this.prefix = prefix;
        this.partitions = partitions;
        this.hotShare = hotShare;
        this.random = random;
    }

    String next() {
        int wanted = random.nextDouble() < hotShare ? HOT_PARTITION : 1 + random.nextInt(partitions - 1);
        String id = another();
        while (partition(id, partitions) != wanted) {
            id = another();
        }
        return id;
    }

    /** Where Kafka's default partitioner puts a record with this key. */
    static int partition(String id, int partitions) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private String another() {
        return "%s-%06d".formatted(prefix, tried++);
    }
}
