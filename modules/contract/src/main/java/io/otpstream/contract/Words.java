package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads a word that must be one of a few. */
final class Words {

    private Words() {}

    static <E extends WireWord> E parse(String field, ObjectNode object, E[] known) {
        JsonNode node = object.path(field);
        return Arrays.stream(known)
                .filter(each -> node.isTextual() && each.word().equals(node.textValue()))
                .findFirst()
                .orElseThrow(() -> InvalidFieldException.expected(field, "one of " + list(known), Echo.of(node)));
    }

    private static String list(WireWord[] known) {
        return Arrays.stream(known).map(WireWord::word).collect(Collectors.joining(", "));
    }
}
