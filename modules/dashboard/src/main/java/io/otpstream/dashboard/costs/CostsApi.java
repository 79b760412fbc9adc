package io.otpstream.dashboard.costs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/costs} answers; knows nothing of the server. Safe for use by several threads. */
final class CostsApi {

    private static final String FORMAT = "format";
    private static final Set<String> PARAMETERS = Set.of("by", "from", "to", FORMAT);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final CostRecords records;
    private final InstantSource clock;

    CostsApi(CostRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     */
    record Answer(int status, Format format, String body) {}

    /** The media of a body. */
    enum Format {
        JSON("application/json"),
        CSV("text/csv; charset=utf-8; header=present");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    /** @param parameters of the query, decoded */
    Answer answer(Map<String, List<String>> parameters) {
        try {
            refuseUnknown(parameters);
            Format format = format(one(parameters, FORMAT));
            Instant now = clock.instant();
            CostQuery query =
                    CostQuery.parse(one(parameters, "by"), one(parameters, "from"), one(parameters, "to"), now);
            CostReport report = CostReport.of(query, records, now);
            String body =
                    switch (format) {
                        case JSON -> CostReportJson.write(report);
                        case CSV -> CostReportCsv.write(report);
                    };
            return new Answer(OK, format, body);
        } catch (InvalidParameterException wrong) {
            return new Answer(BAD_REQUEST, Format.JSON, error(wrong));
        }
    }

    /** A name that is misspelt would else get an answer to another question. */
    private static void refuseUnknown(Map<String, List<String>> parameters) {
        for (String name : parameters.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new InvalidParameterException(name, "expected no such parameter, only by, from, to and format");
            }
        }
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidParameterException(name, "expected once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static Format format(@Nullable String word) {
        if (word == null || word.equals("json")) {
            return Format.JSON;
        }
        if (word.equals("csv")) {
            return Format.CSV;
        }
        throw new InvalidParameterException(FORMAT, "expected json or csv");
    }

    private static String error(InvalidParameterException wrong) {
        ObjectNode body = MAPPER.createObjectNode();
        body.putObject("error")
                .put("code", "invalid_parameter")
                .put("message", wrong.getMessage())
                .put("field", wrong.parameter());
        return body.toString();
    }
}
