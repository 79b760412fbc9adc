package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a request, field by field, for those who build one and for those who read one. */
final class RequestFields {

    static final WholeNumber PLATFORM_ID = new WholeNumber("platform_id", 1, Integer.MAX_VALUE);
    static final NamedThing PLATFORM = new NamedThing("platform");
    static final NamedThing OPERATOR = new NamedThing("operator");
    static final WholeNumber MAX_PRICE = new WholeNumber("max_price_idr", 1, Long.MAX_VALUE);
    static final WholeNumber TIMEOUT_SECONDS = new WholeNumber("timeout_seconds", 10, 1200);
    static final WholeNumber MAX_ATTEMPTS = new WholeNumber("max_attempts", 1, 5);
    static final ShortText TENANT = new ShortText("tenant", 64);
    static final WholeNumber HOLD_SECONDS = new WholeNumber("hold_seconds", 0, 1200);

    private static final String LABELS = "labels";
    private static final int MOST_LABELS = 10;
    private static final ShortText LABEL = new ShortText(LABELS, 64);
    private static final String LABELS_EXPECTED = "a list of up to 10 texts of 1 to 64 printable characters";

    private RequestFields() {}

    static VerificationRequest read(ObjectNode json) {
        return new VerificationRequest(
                PLATFORM_ID.optionalInt(json),
                PLATFORM.optional(json),
                CountryList.optionalIds(json),
                CountryList.optionalCodes(json),
                OPERATOR.optional(json),
                MAX_PRICE.optionalLong(json),
                TIMEOUT_SECONDS.intOr(json, VerificationRequest.DEFAULT_TIMEOUT_SECONDS),
                MAX_ATTEMPTS.intOr(json, VerificationRequest.DEFAULT_MAX_ATTEMPTS),
                Rfc3339.optional("start_before", json),
                json.hasNonNull("priority") ? Words.parse("priority", json, Priority.values()) : Priority.INTERACTIVE,
                TENANT.optional(json),
                json.hasNonNull(LABELS) ? readLabels(json.path(LABELS)) : List.of(),
                json.hasNonNull("choose") ? Words.parse("choose", json, Choice.values()) : Choice.LISTED,
                readFlag("announces_text", json),
                json.hasNonNull("routing") ? Words.parse("routing", json, Routing.values()) : Routing.CHEAPEST,
                HOLD_SECONDS.intOr(json, 0));
    }

    /** The first of two fields that say the same in different ways is missed when neither is given. */
    static void checkOneOf(String ids, @Nullable Object byId, String codes, @Nullable Object byCode) {
        if (byId == null && byCode == null) {
            throw InvalidFieldException.expected(ids, "given, or " + codes + " in its place", "absent");
        }
        if (byId != null && byCode != null) {
            throw InvalidFieldException.expected(codes, "absent where " + ids + " is given", "there beside it");
        }
    }

    /** An operator is one of a certain country. */
    static void checkOperator(String operator, int countries) {
        OPERATOR.check(operator);
        if (countries > 1) {
            throw InvalidFieldException.expected(
                    OPERATOR.field(), "absent where more than one country is listed", Echo.of(operator));
        }
    }

    static List<String> checkLabels(List<String> labels) {
        if (labels.size() > MOST_LABELS) {
            throw InvalidFieldException.expected(LABELS, LABELS_EXPECTED, "a list of " + labels.size());
        }
        labels.forEach(LABEL::check);
        return List.copyOf(labels);
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
}
