package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.RefusedException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Enum constants as people write them. */
final class Words {

    private Words() {}

    /** @throws RefusedException naming the words that there are */
    static <E extends Enum<E>> E parse(String field, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Json.word(constant).equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(field, field + ": expected one of " + all(type)));
    }

    static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Json::word).collect(Collectors.joining(", "));
    }
}
