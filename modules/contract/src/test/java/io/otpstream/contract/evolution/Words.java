package io.otpstream.contract.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** No word goes away. Users read a new one only where they were told that there may be more. */
final class Words {

    /** What the description of such a field has to say. */
    static final String NOTICE = "More words may be added";

    private Words() {}

    static List<String> breaks(String path, JsonNode released, JsonNode later, Writer writer) {
        if (released.has("enum") != later.has("enum")) {
            return List.of(path + " is a list of words in one of the two only");
        }
        Set<String> before = Json.texts(released.path("enum"));
        Set<String> now = Json.texts(later.path("enum"));
        List<String> breaks = new ArrayList<>();
        Json.without(before, now).forEach(word -> breaks.add(path + " the word " + word + " was removed"));
        if (writer == Writer.OTPSTREAM && !released.path("description").asText().contains(NOTICE)) {
            Json.without(now, before).forEach(word -> breaks.add(path + " the word " + word + " comes unannounced"));
        }
        return breaks;
    }
}
