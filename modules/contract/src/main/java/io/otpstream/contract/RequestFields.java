package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The rules of a request, field by field, for those who build one and for those who read one. */
final class RequestFields {

    static final WholeNumber PLATFORM_ID = new WholeNumber("platform_id", 1, Integer.MAX_VALUE);
    static final WholeNumber MAX_PRICE = new WholeNumber("max_price_idr", 1, Long.MAX_VALUE);
    static final WholeNumber TIMEOUT_SECONDS = new WholeNumber("timeout_seconds", 10, 1200);
    static final WholeNumber MAX_ATTEMPTS = new WholeNumber("max_attempts", 1, 5);
    static final ShortText TENANT = new ShortText("tenant", 64);

    private static final String COUNTRY_IDS = "country_ids";
    private static final String LABELS = "labels";
    private static final int MOST_COUNTRIES = 10;
    private static final int MOST_LABELS = 10;
    private static final WholeNumber COUNTRY_ID = new WholeNumber(COUNTRY_IDS, 1, Integer.MAX_VALUE);
    private static final ShortText LABEL = new ShortText(LABELS, 64);
    private static final String COUNTRIES_EXPECTED = "a list of 1 to 10 different whole numbers from 1";
    private static final String LABELS_EXPECTED = "a list of up to 10 texts of 1 to 64 printable characters";

    private RequestFields() {}

    static VerificationRequest read(ObjectNode json) {
        return new VerificationRequest(
                PLATFORM_ID.requiredInt(json),
                readCountries(json.path(COUNTRY_IDS)),
                MAX_PRICE.optionalLong(json),
                TIMEOUT_SECONDS.intOr(json, VerificationRequest.DEFAULT_TIMEOUT_SECONDS),
                MAX_ATTEMPTS.intOr(json, VerificationRequest.DEFAULT_MAX_ATTEMPTS),
                Rfc3339.optional("start_before", json),
                json.hasNonNull("priority") ? Words.parse("priority", json, Priority.values()) : Priority.INTERACTIVE,
                TENANT.optional(json),
                json.hasNonNull(LABELS) ? readLabels(json.path(LABELS)) : List.of(),
                json.hasNonNull("choose") ? Words.parse("choose", json, Choice.values()) : Choice.LISTED,
                readFlag("announces_text", json));
    }

    static List<Integer> checkCountries(List<Integer> ids) {
        if (ids.isEmpty() || ids.size() > MOST_COUNTRIES || new HashSet<>(ids).size() != ids.size()) {
            throw InvalidFieldException.expected(COUNTRY_IDS, COUNTRIES_EXPECTED, shown(ids));
        }
        ids.forEach(id -> COUNTRY_ID.check(id.intValue()));
        return List.copyOf(ids);
    }

    static List<String> checkLabels(List<String> labels) {
        if (labels.size() > MOST_LABELS) {
            throw InvalidFieldException.expected(LABELS, LABELS_EXPECTED, "a list of " + labels.size());
        }
        labels.forEach(LABEL::check);
        return List.copyOf(labels);
    }

    private static List<Integer> readCountries(JsonNode node) {
        if (!node.isArray() || node.size() > MOST_COUNTRIES) {
            throw InvalidFieldException.expected(COUNTRY_IDS, COUNTRIES_EXPECTED, Echo.of(node));
        }
        List<Integer> ids = new ArrayList<>(node.size());
        node.forEach(id -> ids.add(Math.toIntExact(COUNTRY_ID.parse(id))));
        return ids;
    }

    private static List<String> readLabels(JsonNode node) {
        if (!node.isArray() || node.size() > MOST_LABELS) {
            throw InvalidFieldException.expected(LABELS, LABELS_EXPECTED, Echo.of(node));
        }
        List<String> labels = new ArrayList<>(node.size());
        node.forEach(label -> labels.add(LABEL.parse(label)));
        return labels;
    }

    private static boolean readFlag(String name, ObjectNode json) {
        JsonNode node = json.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            throw InvalidFieldException.expected(name, "true or false", Echo.of(node));
        }
        return node.asBoolean(false);
    }

    private static String shown(List<Integer> ids) {
        return ids.size() > MOST_COUNTRIES ? "a list of " + ids.size() : Echo.cut(ids.toString());
    }
}
