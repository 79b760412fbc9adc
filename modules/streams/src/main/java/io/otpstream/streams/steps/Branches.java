package io.otpstream.streams.steps;

import io.otpstream.contract.Topic;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** From a step that says things of several kinds to a topic for each. */
public final class Branches {

    private Branches() {}

    /**
     * What is of one kind.
     *
     * @param what names the two steps, {@code what-route} and {@code cast}
     */
    public static <S, T extends S> KStream<String, T> route(
            KStream<String, S> all, Class<T> kind, String what, String cast) {
        return all.filter((key, each) -> kind.isInstance(each), Named.as(what + "-route"))
                .mapValues(kind::cast, Named.as(cast));
    }

    /** To a public topic, by a sink that has the name of the topic. */
    public static <K, V> void write(KStream<K, V> stream, Topic<K, V> topic) {
        write(stream, topic, topic.name().substring(topic.name().indexOf('.') + 1) + "-sink");
    }

    /** To a public topic that others write to as well. */
    public static <K, V> void write(KStream<K, V> stream, Topic<K, V> topic, String sink) {
        stream.to(
                topic.name(),
                Produced.with(topic.keySerde(), topic.valueSerde()).withName(sink));
    }
}
