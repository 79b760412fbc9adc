package io.otpstream.contract.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All topics that otpstream needs, in the order of {@code topics/topics.yaml}. Immutable.
 *
 * <p>Topics that are read together by key have equally many partitions: a catalogue in which they haven't can't be made.
 */
public final class TopicCatalogue {

    private static final String RESOURCE = "/topics/topics.yaml";

    private final Map<String, TopicSpec> specs;

    private TopicCatalogue(Map<String, TopicSpec> specs) {
        this.specs = specs;
        specs.values().forEach(this::checkCopartitioning);
    }

    /** The catalogue that this version of otpstream came with. */
    public static TopicCatalogue load() {
        try (@Nullable InputStream yaml = TopicCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            return of(TopicsYaml.read(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " can't be read", unreadable);
        }
    }

    /**
     * A catalogue of these topics.
     *
     * @throws IllegalArgumentException if a name occurs twice, or if topics that are read together differ in partitions
     */
    public static TopicCatalogue of(List<TopicSpec> topics) {
        Map<String, TopicSpec> byName = new LinkedHashMap<>();
        for (TopicSpec topic : topics) {
            if (byName.put(topic.name(), topic) != null) {
                throw new IllegalArgumentException("topic " + topic.name() + " is described twice");
            }
        }
        return new TopicCatalogue(byName);
    }

    /** All topics. */
    public List<TopicSpec> specs() {
        return List.copyOf(specs.values());
    }

    /**
     * One topic.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public TopicSpec spec(String name) {
        TopicSpec spec = specs.get(name);
        if (spec == null) {
            throw new IllegalArgumentException(
                    "there is no topic " + name + "; the topics are " + new TreeSet<>(specs.keySet()));
        }
        return spec;
    }

    /**
     * The same catalogue with other retentions, by topic name.
     *
     * @throws IllegalArgumentException if a name is unknown, a retention isn't more than zero, or the topic's records
     *     don't go by age
     */
    public TopicCatalogue withRetention(Map<String, Duration> retentions) {
        Map<String, TopicSpec> changed = new LinkedHashMap<>(specs);
        retentions.forEach((name, retention) -> changed.put(name, spec(name).withRetention(retention)));
        return new TopicCatalogue(changed);
    }

    private void checkCopartitioning(TopicSpec topic) {
        for (String name : topic.copartitionedWith()) {
            TopicSpec other = spec(name);
            if (other.partitions() != topic.partitions()) {
                throw new IllegalArgumentException(topic.name() + " and " + name
                        + " are read together by key and must have equally many partitions, but have "
                        + topic.partitions() + " and " + other.partitions());
            }
        }
    }
}
