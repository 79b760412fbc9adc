package io.otpstream.contract.topics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** How {@code topics.yaml} is read. */
final class TopicsYaml {

    private TopicsYaml() {}

    static List<TopicSpec> read(InputStream yaml) throws IOException {
        // Unlike the records on the topics this file is ours: a field that isn't known is a slip of the pen.
        return YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(yaml, File.class)
                .topics();
    }

    private record File(List<TopicSpec> topics) {}
}
