package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Platform;
import java.util.List;
import java.util.Optional;

/** What only the catalogue of the published contract has. */
final class PublishedCatalogue {

    private PublishedCatalogue() {}

    static List<Platform> platforms(JsonNode data) throws UnreadableAnswerException {
        return Rows.read("services", data, row -> JsonFields.id(row.path("id"))
                .map(id -> new Platform(id, JsonFields.text(row.path("code")), JsonFields.text(row.path("name")))));
    }

    static List<Operator> operators(JsonNode data) throws UnreadableAnswerException {
        return Rows.read("operators", data, PublishedCatalogue::operator);
    }

    /** An id that isn't there stands for any operator; one that can't be read stands for nothing. */
    private static Optional<Operator> operator(JsonNode row) {
        Optional<Integer> id = JsonFields.id(row.path("operator_id"));
        String code = JsonFields.text(row.path("code"));
        if (code == null || (id.isEmpty() && row.hasNonNull("operator_id"))) {
            return Optional.empty();
        }
        return Optional.of(new Operator(id.orElse(null), code, JsonFields.text(row.path("name"))));
    }
}
