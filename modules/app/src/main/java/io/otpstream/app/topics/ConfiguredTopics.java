package io.otpstream.app.topics;

import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.contract.Topics;
import io.otpstream.contract.topics.TopicCatalogue;
import java.util.Map;

/** The catalogue of topics with the retentions that the configuration says. */
public final class ConfiguredTopics {

    private ConfiguredTopics() {}

    /** What the broker should have. */
    public static TopicCatalogue of(OtpstreamConfig config) {
        return TopicCatalogue.load()
                .withRetention(Map.of(
                        Topics.REQUESTS.name(), config.retention().dedup(),
                        Topics.OTP_RESULTS.name(), config.retention().results()));
    }
}
