package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record and its schema say the same: which fields there are, which must be there, of what type and with what words. */
class SchemaTest {

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(VerificationRequest.class, schema(Topics.REQUESTS)),
                Arguments.of(VerificationCommand.class, schema(Topics.COMMANDS)),
                Arguments.of(OrderEvent.class, schema(Topics.ORDERS)),
                Arguments.of(OtpResult.class, schema(Topics.OTP_RESULTS)),
                Arguments.of(ExpiryResult.class, schema(Topics.EXPIRY_RESULTS)),
                Arguments.of(
                        ExpiryResult.Attempt.class,
                        schema(Topics.EXPIRY_RESULTS).at("/properties/attempts/items")),
                Arguments.of(SuccessRates.class, schema(Topics.SUCCESS_RATES)),
                Arguments.of(SuccessRates.class, schema(Topics.SUCCESS_RATES_BY_PLATFORM)),
                Arguments.of(SuccessRates.class, schema(Topics.SUCCESS_RATES_BY_HOUR)),
                Arguments.of(Costs.class, schema(Topics.COSTS)),
                Arguments.of(BalanceStatement.class, schema(Topics.BALANCE_STATEMENTS)),
                Arguments.of(Alert.class, schema(Topics.ALERTS)));
    }

    static Stream<JsonNode> schemas() {
        return Topics.all().stream().map(SchemaTest::schema);
    }

    @ParameterizedTest
    @MethodSource("records")
    void haveTheSameFieldsInTheSameOrder(Class<?> type, JsonNode schema) {
        assertThat(names(schema.path("properties"))).containsExactlyElementsOf(names(type, component -> true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void requireTheSameFields(Class<?> type, JsonNode schema) {
        // A requester may leave out what has a default, which the record then holds; platform and countries can be
        // given in two ways each.
        Predicate<RecordComponent> required = component -> type != VerificationRequest.class && !isNullable(component);

        assertThat(requiredNames(schema)).containsExactlyInAnyOrderElementsOf(names(type, required));
    }

    @ParameterizedTest
    @MethodSource("records")
    void agreeOnTypes(Class<?> type, JsonNode schema) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(wireName(component));
            if (component.getType().isEnum()) {
                assertThat(words(property)).as("%s", component).isEqualTo(words(component.getType()));
            } else {
                assertThat(types(property)).as("%s", component).first().isEqualTo(jsonType(component.getType()));
            }
            if (component.getType() == Instant.class) {
                assertThat(property.path("format").asText()).as("%s", component).isEqualTo("date-time");
            }
            if (component.getType() == List.class) {
                assertThat(property.at("/items/type").asText())
                        .as("%s", component)
                        .isEqualTo(jsonType(elementType(component)));
            }
        }
    }

    @Test
    void countOrdersByTheSameWords() {
        assertThat(names(schema(Topics.SUCCESS_RATES).at("/properties/orders/properties")))
                .containsExactlyElementsOf(
                        Arrays.stream(OrderOutcome.values()).map(WireWord::word).toList());
    }

    @Test
    void nameTheHeadersOfADeadLetter() {
        JsonNode schema = schema(Topics.DEAD_LETTERS);

        assertThat(names(schema.path("properties")))
                .containsExactly(
                        DeadLetterHeaders.TOPIC,
                        DeadLetterHeaders.PARTITION,
                        DeadLetterHeaders.OFFSET,
                        DeadLetterHeaders.REASON,
                        DeadLetterHeaders.FIELD,
                        DeadLetterHeaders.REPLAYED,
                        DeadLetterHeaders.REPLAYED_TO);
        assertThat(requiredNames(schema))
                .doesNotContain(DeadLetterHeaders.FIELD)
                .hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void describeEveryField(JsonNode schema) {
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("description").asText()).isNotBlank();
        schema.findParents("properties").stream()
                .filter(SchemaTest::isOfAnObject)
                .forEach(SchemaTest::checkDescriptions);
    }

    /** Not a condition on fields that are described elsewhere. */
    private static boolean isOfAnObject(JsonNode schema) {
        return schema.path("type").asText().equals("object");
    }

    private static void checkDescriptions(JsonNode object) {
        assertThat(object.path("additionalProperties").isMissingNode()
                        || object.path("additionalProperties").asBoolean(true))
                .as("fields may be added")
                .isTrue();
        object.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            String text = property.getValue().path("description").asText();
            String presence = requiredNames(object).contains(name) ? "Always present|Must be present" : "absent|Absent";
            assertThat(text).as(name).containsPattern(presence);
            checkUnit(name, text);
        });
    }

    private static void checkUnit(String name, String text) {
        if (name.endsWith("_idr")) {
            assertThat(text).as(name).contains("whole rupiah");
        }
        if (name.contains("seconds")) {
            assertThat(text).as(name).contains("seconds");
        }
        if (name.endsWith("_at") || name.equals("at")) {
            assertThat(text).as(name).contains("RFC 3339 in UTC");
        }
    }

    private static JsonNode schema(Topic<?, ?> topic) {
        return TopicSchema.of(topic).root();
    }

    private static List<String> requiredNames(JsonNode schema) {
        return stream(schema.path("required")).map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode properties) {
        return properties.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> names(Class<?> type, Predicate<RecordComponent> chosen) {
        return Arrays.stream(type.getRecordComponents())
                .filter(chosen)
                .map(SchemaTest::wireName)
                .toList();
    }

    private static String wireName(RecordComponent component) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> words(JsonNode property) {
        return stream(property.path("enum"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((WireWord) constant).word())
                .filter(word -> !word.equals("unknown"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> types(JsonNode property) {
        JsonNode type = property.path("type");
        return type.isArray() ? stream(type).map(JsonNode::asText).toList() : List.of(type.asText());
    }

    private static Type elementType(RecordComponent list) {
        return ((AnnotatedParameterizedType) list.getAnnotatedType()).getAnnotatedActualTypeArguments()[0].getType();
    }

    private static String jsonType(Type type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "integer";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == String.class || type == Instant.class) {
            return "string";
        }
        if (type == Double.class) {
            return "number";
        }
        return type == List.class ? "array" : "object";
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
