package io.otpstream.client;

import io.otpstream.contract.Topic;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which topics are read, and from where.
 *
 * @param whole from their beginning
 * @param news from the end that they have when the reading begins
 */
record ReadingPlan(List<Topic<String, ?>> whole, List<Topic<String, ?>> news) {

    ReadingPlan {
        whole = List.copyOf(whole);
        news = List.copyOf(news);
    }

    /** All of them. */
    List<String> names() {
        return Stream.concat(whole.stream(), news.stream()).map(Topic::name).toList();
    }
}
