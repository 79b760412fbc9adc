package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of the two fields that list countries: {@code country_ids} and {@code countries}. */
final class CountryList {

    static final String IDS = "country_ids";
    static final String CODES = "countries";

    private static final int MOST = 10;
    private static final WholeNumber ID = new WholeNumber(IDS, 1, Integer.MAX_VALUE);
    private static final Pattern ISO_CODE = Pattern.compile("[A-Z]{2}");
    private static final String IDS_EXPECTED = "a list of 1 to 10 different whole numbers from 1";
    private static final String CODES_EXPECTED =
            "a list of 1 to 10 different texts, each one an ISO code of two letters or an id as digits";

    private CountryList() {}

    static List<Integer> checkIds(List<Integer> ids) {
        if (isNoChoice(ids)) {
            throw InvalidFieldException.expected(IDS, IDS_EXPECTED, shown(ids));
        }
        ids.forEach(id -> ID.check(id.intValue()));
        return List.copyOf(ids);
    }

    /** The same in upper case. */
    static List<String> checkCodes(List<String> codes) {
        List<String> upper =
                codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
        boolean known = upper.stream().allMatch(code -> ISO_CODE.matcher(code).matches() || IdText.isId(code));
        if (!known || isNoChoice(upper)) {
            throw InvalidFieldException.expected(CODES, CODES_EXPECTED, shown(codes));
        }
        return upper;
    }

    static @Nullable List<Integer> optionalIds(ObjectNode object) {
        if (!object.hasNonNull(IDS)) {
            return null;
        }
        List<Integer> ids = new ArrayList<>();
        elements(IDS, IDS_EXPECTED, object).forEach(id -> ids.add(Math.toIntExact(ID.parse(id))));
        return ids;
    }

    static @Nullable List<String> optionalCodes(ObjectNode object) {
        if (!object.hasNonNull(CODES)) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode code : elements(CODES, CODES_EXPECTED, object)) {
            if (!code.isTextual()) {
                throw InvalidFieldException.expected(CODES, CODES_EXPECTED, Echo.of(object.path(CODES)));
            }
            codes.add(code.textValue());
        }
        return codes;
    }

    private static JsonNode elements(String field, String expected, ObjectNode object) {
        JsonNode list = object.path(field);
        if (!list.isArray() || list.size() > MOST) {
            throw InvalidFieldException.expected(field, expected, Echo.of(list));
        }
        return list;
    }

    private static boolean isNoChoice(List<?> countries) {
        return countries.isEmpty() || countries.size() > MOST || new HashSet<>(countries).size() != countries.size();
    }

    private static String shown(List<?> countries) {
        return countries.size() > MOST ? "a list of " + countries.size() : Echo.cut(countries.toString());
    }
}
