package io.otpstream.contract.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a later schema breaks of a released one. Descriptions may change at will. Strict where a program can't tell: a
 * pattern, a default or a condition must stay as it is.
 */
public final class SchemaComparison {

    /** Keywords whose meaning depends on nothing else, so that they are compared as they stand. */
    private static final Set<String> UNCHANGEABLE = Set.of(
            "$schema",
            "$id",
            "title",
            "pattern",
            "format",
            "const",
            "default",
            "uniqueItems",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else");

    private static final Set<String> COMPARED = Set.of(
            "type",
            "enum",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems");

    private final Writer writer;
    private final List<String> breaks = new ArrayList<>();

    private SchemaComparison(Writer writer) {
        this.writer = writer;
    }

    /**
     * A sentence for each break, with the path of the field; empty if the later schema is compatible.
     *
     * @param writer of the records that the schemas describe
     */
    public static List<String> breaks(JsonNode released, JsonNode later, Writer writer) {
        SchemaComparison comparison = new SchemaComparison(writer);
        comparison.compare("", released, later);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String path, JsonNode released, JsonNode later) {
        keywords(path, released, later);
        properties(path, released.path("properties"), later.path("properties"));
        required(path, released, later);
        breaks.addAll(Types.breaks(path, released, later, writer));
        breaks.addAll(Words.breaks(path, released, later, writer));
        breaks.addAll(Bounds.breaks(path, released, later, writer));
        below(path + "[]", released.path("items"), later.path("items"));
        below(path + "{}", released.path("additionalProperties"), later.path("additionalProperties"));
    }

    private void keywords(String path, JsonNode released, JsonNode later) {
        Set<String> keywords = new TreeSet<>(names(released));
        keywords.addAll(names(later));
        keywords.remove("description");
        keywords.removeAll(COMPARED);
        for (String keyword : keywords) {
            if (!UNCHANGEABLE.contains(keyword)) {
                report(path, keyword + " is a keyword without a rule: say what may become of it");
            } else if (!Objects.equals(released.get(keyword), later.get(keyword))) {
                report(path, keyword + " was changed");
            }
        }
    }

    private void properties(String path, JsonNode released, JsonNode later) {
        for (Map.Entry<String, JsonNode> property : released.properties()) {
            String field = path + "/" + property.getKey();
            if (later.has(property.getKey())) {
                compare(field, property.getValue(), later.path(property.getKey()));
            } else {
                report(field, "was removed");
            }
        }
    }

    private void required(String path, JsonNode released, JsonNode later) {
        Set<String> before = Json.texts(released.path("required"));
        Set<String> now = Json.texts(later.path("required"));
        switch (writer) {
            case USERS -> Json.without(now, before).forEach(field -> report(path + "/" + field, "must be given now"));
            case OTPSTREAM ->
                Json.without(before, now).forEach(field -> report(path + "/" + field, "may be absent now"));
        }
    }

    /** A schema within the schema, or a yes or no. */
    private void below(String path, JsonNode released, JsonNode later) {
        if (released.isObject() && later.isObject()) {
            compare(path, released, later);
        } else if (!released.equals(later)) {
            report(path, "was changed");
        }
    }

    private void report(String path, String what) {
        breaks.add((path.isEmpty() ? "/" : path) + " " + what);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
