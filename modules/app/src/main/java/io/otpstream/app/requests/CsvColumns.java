package io.otpstream.app.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a line into the JSON that the same request would be. */
final class CsvColumns {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern BETWEEN_COUNTRIES = Pattern.compile("[;\\s]+");
    private static final Pattern BETWEEN_LABELS = Pattern.compile("\\s*;\\s*");

    private static final Map<String, Function<String, JsonNode>> FIELDS = Map.ofEntries(
            Map.entry(RequestIdField.NAME, NODES::textNode),
            Map.entry("platform_id", CsvColumns::number),
            Map.entry("country_ids", cell -> list(BETWEEN_COUNTRIES, cell, CsvColumns::number)),
            Map.entry("platform", NODES::textNode),
            Map.entry("countries", cell -> list(BETWEEN_COUNTRIES, cell, NODES::textNode)),
            Map.entry("operator", NODES::textNode),
            Map.entry("routing", NODES::textNode),
            Map.entry("hold_seconds", CsvColumns::number),
            Map.entry("max_price_idr", CsvColumns::number),
            Map.entry("timeout_seconds", CsvColumns::number),
            Map.entry("max_attempts", CsvColumns::number),
            Map.entry("start_before", NODES::textNode),
            Map.entry("priority", NODES::textNode),
            Map.entry("tenant", NODES::textNode),
            Map.entry("labels", cell -> list(BETWEEN_LABELS, cell, NODES::textNode)),
            Map.entry("choose", NODES::textNode),
            Map.entry("announces_text", CsvColumns::flag));

    /** The fields of a request, and its id. */
    static final Set<String> NAMES = FIELDS.keySet();

    /** Each line holds at least one of each; which of them, where there are both, the decoder judges line by line. */
    private static final List<Set<String>> REQUIRED =
            List.of(Set.of(RequestIdField.NAME), Set.of("platform_id", "platform"), Set.of("country_ids", "countries"));

    private final List<@Nullable String> names;

    CsvColumns(List<@Nullable String> names) {
        this.names = names;
    }

    /** What is wrong with the names, if anything; {@link #decode} is for names with which nothing is. */
    Optional<String> problem() {
        Set<String> seen = new HashSet<>();
        for (@Nullable String name : names) {
            // A misspelled column would be a limit that doesn't hold: max_price is not max_price_idr.
            if (name == null || !NAMES.contains(name)) {
                return Optional.of("column " + (name == null ? "without a name" : name)
                        + " isn't known; the columns are " + String.join(", ", new TreeSet<>(NAMES)) + ".");
            }
            if (!seen.add(name)) {
                return Optional.of("column " + name + " must be there once, but is there twice.");
            }
        }
        return REQUIRED.stream()
                .filter(alternatives -> Collections.disjoint(alternatives, seen))
                .findFirst()
                .map(missing ->
                        "column " + String.join(" or ", new TreeSet<>(missing)) + " must be there, but is absent.");
    }

    FileLine decode(int number, List<@Nullable String> cells) {
        if (cells.size() > names.size()) {
            return FileLine.malformed(
                    number, "the line must have at most " + names.size() + " cells, but has " + cells.size() + ".");
        }
        ObjectNode json = NODES.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String name = names.get(i);
            String cell = cells.get(i);
            Function<String, JsonNode> field = FIELDS.get(name);
            if (name != null && cell != null && field != null) {
                json.set(name, field.apply(cell));
            }
        }
        JsonNode id = json.remove(RequestIdField.NAME);
        return new FileLine(
                number,
                RequestIdField.decode(
                        id == null ? null : id.textValue(), json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** What isn't a number stays a text, which the decoder refuses in its own words. */
    private static JsonNode number(String cell) {
        return NUMBER.matcher(cell).matches() ? NODES.numberNode(new BigDecimal(cell)) : NODES.textNode(cell);
    }

    /** What is neither stays a text, likewise. */
    private static JsonNode flag(String cell) {
        return switch (cell) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.textNode(cell);
        };
    }

    private static JsonNode list(Pattern between, String cell, Function<String, JsonNode> item) {
        ArrayNode list = NODES.arrayNode();
        Arrays.stream(between.split(cell)).filter(each -> !each.isEmpty()).forEach(each -> list.add(item.apply(each)));
        return list;
    }
}
