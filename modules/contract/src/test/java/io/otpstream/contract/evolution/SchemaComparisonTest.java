package io.otpstream.contract.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A change at one place of a small schema, and what it breaks for whom. A minus sign takes the place away. */
class SchemaComparisonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String RELEASED = """
            {
              "title": "Thing",
              "description": "A thing.",
              "type": "object",
              "properties": {
                "id": {"type": "string", "pattern": "^a+$"},
                "count": {"type": "integer", "minimum": 0, "maximum": 10},
                "note": {"type": ["string", "null"], "maxLength": 64, "default": "none"},
                "state": {"enum": ["on", "off"], "description": "More words may be added."},
                "mode": {"enum": ["slow", "fast"]},
                "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "sums": {"type": "object", "properties": {}, "additionalProperties": {"type": "integer"}}
              },
              "required": ["id"],
              "allOf": [{"not": {"required": ["note", "count"]}}],
              "additionalProperties": true
            }
            """;

    @ParameterizedTest
    @EnumSource
    void theSameSchemaBreaksNothing(Writer writer) throws JsonProcessingException {
        assertThat(SchemaComparison.breaks(released(), released(), writer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    USERS     | /properties/count                    | -                    | /count was removed
                    USERS     | /required                            | ["count", "id"]      | /count must be given now
                    USERS     | /properties/count/type               | "string"             | /count the type integer is no longer taken
                    USERS     | /properties/note/type                | "string"             | /note the type null is no longer taken
                    USERS     | /properties/count/minimum            | 1                    | /count minimum was changed
                    USERS     | /properties/count/maximum            | 9                    | /count maximum was changed
                    USERS     | /properties/note/minLength           | 1                    | /note minLength was changed
                    USERS     | /properties/note/default             | "some"               | /note default was changed
                    USERS     | /properties/mode/enum                | ["slow"]             | /mode the word fast was removed
                    USERS     | /properties/id/enum                  | ["a"]                | /id is a list of words in one of the two only
                    USERS     | /properties/tags/items/type          | "integer"            | /tags[] the type string is no longer taken
                    USERS     | /allOf                               | []                   | / allOf was changed
                    USERS     | /additionalProperties                | false                | {} was changed
                    USERS     | /dependentRequired                   | {"id": ["count"]}    | / dependentRequired is a keyword without a rule: say what may become of it
                    OTPSTREAM | /properties/count                    | -                    | /count was removed
                    OTPSTREAM | /required                            | []                   | /id may be absent now
                    OTPSTREAM | /properties/count/type               | ["integer", "null"]  | /count the type null was never there before
                    OTPSTREAM | /properties/count/type               | "number"             | /count the type number was never there before
                    OTPSTREAM | /properties/count/minimum            | -1                   | /count minimum was changed
                    OTPSTREAM | /properties/count/maximum            | -                    | /count maximum was changed
                    OTPSTREAM | /properties/tags/minItems            | 0                    | /tags minItems was changed
                    OTPSTREAM | /properties/id/pattern               | "^[ab]+$"            | /id pattern was changed
                    OTPSTREAM | /properties/state/enum               | ["on"]               | /state the word off was removed
                    OTPSTREAM | /properties/mode/enum                | ["slow", "fast", "x"] | /mode the word x comes unannounced
                    OTPSTREAM | /properties/mode/enum                | -                    | /mode is a list of words in one of the two only
                    OTPSTREAM | /properties/sums/additionalProperties | {"type": "number"}  | /sums{} the type number was never there before
                    OTPSTREAM | /title                               | "Other"              | / title was changed
                    """)
    void breaks(Writer writer, String place, String change, String expected) throws JsonProcessingException {
        assertThat(SchemaComparison.breaks(released(), changed(place, change), writer))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    USERS     | /description               | "The thing."
                    USERS     | /properties/extra          | {"type": "string"}
                    USERS     | /required                  | []
                    USERS     | /properties/count/type     | "number"
                    USERS     | /properties/id/type        | ["string", "null"]
                    USERS     | /properties/count/minimum  | -1
                    USERS     | /properties/count/maximum  | -
                    USERS     | /properties/mode/enum      | ["slow", "fast", "faster"]
                    OTPSTREAM | /properties/extra          | {"type": "string"}
                    OTPSTREAM | /required                  | ["count", "id"]
                    OTPSTREAM | /properties/note/type      | "string"
                    OTPSTREAM | /properties/count/minimum  | 1
                    OTPSTREAM | /properties/note/maxLength | 32
                    OTPSTREAM | /properties/state/enum     | ["on", "off", "unsure"]
                    """)
    void keeps(Writer writer, String place, String change) throws JsonProcessingException {
        JsonNode later = changed(place, change);

        assertThat(later).isNotEqualTo(released());
        assertThat(SchemaComparison.breaks(released(), later, writer)).isEmpty();
    }

    private static JsonNode changed(String place, String change) throws JsonProcessingException {
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode schema = released();
        ObjectNode parent = (ObjectNode) schema.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (change.equals("-")) {
            parent.remove(name);
        } else {
            parent.set(name, MAPPER.readTree(change));
        }
        return schema;
    }

    private static JsonNode released() throws JsonProcessingException {
        return MAPPER.readTree(RELEASED);
    }
}
