package io.otpstream.app.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Ids for requests that didn't bring their own. */
public final class RequestIds {

    private RequestIds() {}

    /**
     * As many ids as asked for.
     *
     * @param given the id of the only request; several get it as their beginning: {@code given-1}, {@code given-2}, ….
     *     Empty for random ids
     */
    public static List<String> of(Optional<String> given, int count) {
        if (given.isPresent() && count == 1) {
            return List.of(given.get());
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> given.map(id -> id + "-" + number)
                        .orElseGet(() -> UUID.randomUUID().toString()))
                .toList();
    }
}
