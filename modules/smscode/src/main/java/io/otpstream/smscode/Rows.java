package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lists. A row that can't be read is left out, so that one odd row doesn't hide the rest; where no row can be read the
 * answer is unreadable, so that a change of the API doesn't look like an empty list.
 */
final class Rows {

    private Rows() {}

    /**
     * The rows that can be read, without those that say of themselves that they aren't active.
     *
     * @param what the rows are, for people
     * @param reader empty for a row that can't be read
     */
    static <T> List<T> read(String what, JsonNode data, Function<JsonNode, Optional<T>> reader)
            throws UnreadableAnswerException {
        if (!data.isArray()) {
            throw new UnreadableAnswerException("data is not a list of " + what);
        }
        List<JsonNode> active = data.valueStream()
                .filter(row -> row.path("active").asBoolean(true))
                .toList();
        List<T> rows =
                active.stream().flatMap(row -> reader.apply(row).stream()).toList();
        if (rows.isEmpty() && !active.isEmpty()) {
            throw new UnreadableAnswerException("none of the " + what + " can be read");
        }
        return rows;
    }
}
