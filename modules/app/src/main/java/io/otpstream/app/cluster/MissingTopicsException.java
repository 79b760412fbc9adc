package io.otpstream.app.cluster;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/** The brokers answer, but topics that are needed aren't there. */
public final class MissingTopicsException extends KafkaException {

    private static final long serialVersionUID = 1L;

    MissingTopicsException(List<String> topics) {
        super(
                topics.size() == 1
                        ? "topic " + topics.getFirst() + " is missing"
                        : "topics " + String.join(", ", topics) + " are missing");
    }
}
