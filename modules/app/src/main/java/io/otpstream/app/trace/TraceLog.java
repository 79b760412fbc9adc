package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Collects what the topics tell of one request, and how far back they go. For one thread. */
public final class TraceLog {

    /** The topics that tell something of requests. */
    public static final List<String> TOPICS = Stream.<Topic<?, ?>>of(
                    Topics.REQUESTS,
                    Topics.COMMANDS,
                    Topics.ORDERS,
                    Topics.OTP_RESULTS,
                    Topics.EXPIRY_RESULTS,
                    Topics.DEAD_LETTERS)
            .map(Topic::name)
            .toList();

    private final byte[] key;
    private final List<Step> steps = new ArrayList<>();
    private final Map<TopicPartition, Instant> oldest = new HashMap<>();

    /** Of a request that nothing is known of yet. */
    public TraceLog(String requestId) {
        this.key = requestId.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a record of one of {@link #TOPICS}; what it tells, if it is about the request. */
    public Optional<Step> add(ConsumerRecord<byte[], byte[]> record) {
        oldest.putIfAbsent(
                new TopicPartition(record.topic(), record.partition()), Instant.ofEpochMilli(record.timestamp()));
        if (!Arrays.equals(key, record.key())) {
            return Optional.empty();
        }
        Optional<Step> step = StepReader.read(record);
        step.ifPresent(steps::add);
        return step;
    }

    /** What happened so far, in the order of time; at the same time, in the order of {@link #TOPICS}. */
    public List<Step> steps() {
        return steps.stream()
                .sorted(Comparator.comparing(Step::at).thenComparingInt(step -> TOPICS.indexOf(step.topic())))
                .toList();
    }

    /** Whether the request itself was read, or what should be one. */
    public boolean hasRequest() {
        return steps.stream().anyMatch(step -> step.topic().equals(Topics.REQUESTS.name()));
    }

    /** Whether the final record was read. */
    public boolean isOver() {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Resulted resulted
                        && resulted.result().isFinal());
    }

    /** When the request came, as far as anything tells; empty if nothing does. */
    public Optional<Instant> began() {
        return steps.stream()
                .flatMap(step -> Stream.of(step.at(), requestedAt(step)))
                .min(Comparator.naturalOrder());
    }

    /**
     * Topics that don't go back to where the request came; all that have lost anything where nothing tells of it.
     *
     * @param starts where the partitions that were read began
     */
    public List<Gap> gaps(Map<TopicPartition, Long> starts) {
        Instant since = began().orElse(Instant.MIN);
        return TOPICS.stream()
                .flatMap(topic -> starts.entrySet().stream()
                        .filter(start -> start.getKey().topic().equals(topic) && start.getValue() > 0)
                        .map(start -> new Gap(topic, oldest.get(start.getKey())))
                        .filter(gap ->
                                gap.keptSince() == null || gap.keptSince().isAfter(since))
                        .limit(1))
                .toList();
    }

    private static Instant requestedAt(Step step) {
        if (step instanceof Step.Resulted resulted) {
            return switch (resulted.result()) {
                case ResultRecord.WithCode(var result) -> result.requestedAt();
                case ResultRecord.FollowUp(var result) -> result.requestedAt();
                case ResultRecord.WithoutCode(var result) -> result.requestedAt();
            };
        }
        return step.at();
    }
}
