package io.otpstream.dashboard.costs;

import io.otpstream.contract.Costs;
import io.otpstream.contract.WireWord;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what costs are split. */
public enum Dimension implements WireWord {
    /** As in the requests; an order with several counts under each. */
    LABEL,
    /** As in the requests. */
    TENANT,
    /** By the vendor's id of the country. */
    COUNTRY,
    /** By the vendor's id of the platform. */
    PLATFORM;

    /** The dimension with this word. */
    public static Optional<Dimension> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** All words, as an error lists them. */
    public static String words() {
        return Arrays.stream(values()).map(Dimension::word).collect(Collectors.joining(", "));
    }

    /** The groups that a record counts under, ids as decimal text; one that is empty for "none". */
    Collection<Optional<String>> groups(Costs costs) {
        return switch (this) {
            case LABEL -> labels(costs.labels());
            case TENANT -> List.of(Optional.ofNullable(costs.tenant()));
            case COUNTRY -> List.of(Optional.of(Integer.toString(costs.countryId())));
            case PLATFORM -> List.of(Optional.of(Integer.toString(costs.platformId())));
        };
    }

    /** What the API and the command call the group: {@code country_id} where it is an id. */
    public String field() {
        return isId() ? word() + "_id" : word();
    }

    /** Whether groups are the vendor's ids. */
    public boolean isId() {
        return switch (this) {
            case LABEL, TENANT -> false;
            case COUNTRY, PLATFORM -> true;
        };
    }

    /** What a reader has to know to add up the groups; null where their sum is the total. */
    public @Nullable String note() {
        return this == LABEL ? "an order with several labels counts under each of them, and once in the total" : null;
    }

    private static Collection<Optional<String>> labels(List<String> labels) {
        Set<Optional<String>> distinct = labels.stream().map(Optional::of).collect(Collectors.toSet());
        return distinct.isEmpty() ? List.of(Optional.empty()) : distinct;
    }
}
