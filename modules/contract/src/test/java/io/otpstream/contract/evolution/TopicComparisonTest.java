package io.otpstream.contract.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line of a small catalogue is replaced by another. */
class TopicComparisonTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String RELEASED = """
            topics:
              - name: things
                partitions: 6
                cleanup: delete
                retention: P7D
                key: thing id
                value: Thing
                internal: false
                holds_secrets: false
              - name: table
                partitions: 1
                cleanup: compact
                key: place
                value: Row
                internal: false
                holds_secrets: false
              - name: inside
                partitions: 1
                cleanup: delete
                retention: P1D
                key: anything
                value: Note
                internal: true
                holds_secrets: true
            """;

    @ParameterizedTest
    @CsvSource({
        "name: things,         name: stuff,          things was removed",
        "partitions: 6,        partitions: 12,       things: partitions was changed",
        "cleanup: compact,     cleanup: delete,      table: cleanup was changed",
        "retention: P7D,       retention: P6D,       things: retention was shortened",
        "key: thing id,        key: other id,        things: key was changed",
        "value: Row,           value: Line,          table: value was changed",
        "internal: false,      internal: true,       things: internal was changed",
        "holds_secrets: false, holds_secrets: true,  things: holds_secrets was changed"
    })
    void breaks(String line, String other, String expected) throws JsonProcessingException {
        assertThat(breaksWith(line, other)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "retention: P7D, retention: P8D",
        "retention: P1D, retention: PT1H",
        "value: Note, value: Letter",
        "name: inside, name: deep inside"
    })
    void keeps(String line, String other) throws JsonProcessingException {
        assertThat(breaksWith(line, other)).isEmpty();
    }

    @Test
    void aTopicMoreBreaksNothing() throws JsonProcessingException {
        JsonNode fewer = YAML.readTree("topics: []");

        assertThat(TopicComparison.breaks(fewer, YAML.readTree(RELEASED))).isEmpty();
    }

    private static List<String> breaksWith(String line, String other) throws JsonProcessingException {
        assertThat(RELEASED).contains(line);
        return TopicComparison.breaks(YAML.readTree(RELEASED), YAML.readTree(RELEASED.replace(line, other)));
    }
}
