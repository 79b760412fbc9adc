package io.otpstream.contract.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What users write may be of more types than before, what they read may not. */
final class Types {

    private static final Set<String> ALL = Set.of("array", "boolean", "integer", "null", "number", "object", "string");

    private Types() {}

    static List<String> breaks(String path, JsonNode released, JsonNode later, Writer writer) {
        Set<String> before = types(released);
        Set<String> now = types(later);
        return switch (writer) {
            case USERS -> sentences(path, Json.without(before, now), "is no longer taken");
            case OTPSTREAM -> sentences(path, Json.without(now, before), "was never there before");
        };
    }

    private static List<String> sentences(String path, Set<String> types, String what) {
        return types.stream()
                .map(type -> path + " the type " + type + " " + what)
                .toList();
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        // An enum says its words, and no type.
        Set<String> types = type.isMissingNode()
                ? new TreeSet<>(ALL)
                : type.isTextual() ? new TreeSet<>(Set.of(type.textValue())) : Json.texts(type);
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }
}
