package io.otpstream.contract.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Lists of JSON as sets. */
final class Json {

    private Json() {}

    /** The texts of a list; what isn't a text, like null among the words of an enum, as JSON. */
    static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(element -> texts.add(element.isTextual() ? element.textValue() : element.toString()));
        return texts;
    }

    static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }
}
