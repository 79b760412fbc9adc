package io.otpstream.contract.topics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for the broker's answers and turns every way of not getting one into Kafka's unchecked exceptions. */
final class Answers {

    private Answers() {}

    static <K, V> V await(Map<K, KafkaFuture<V>> answers, K about, Duration timeout) {
        KafkaFuture<V> answer = answers.get(about);
        if (answer == null) {
            throw new KafkaException("the broker's answer leaves out " + about);
        }
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException reason
                    ? reason
                    : new KafkaException("asking about " + about + " failed", refused.getCause());
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException("no answer about " + about + " within " + timeout, late);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
