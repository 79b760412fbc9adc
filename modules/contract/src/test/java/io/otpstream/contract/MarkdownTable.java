package io.otpstream.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of a page of documentation.
 *
 * @param rows by the texts of the header, in the order of the page
 */
record MarkdownTable(List<String> header, List<Map<String, String>> rows) {

    private static final Pattern TABLE = Pattern.compile("(?m)^(\\|.*)\\R\\|[-|: ]+\\R((?:\\|.*(?:\\R|$))*)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static List<MarkdownTable> in(String page) {
        return TABLE.matcher(page)
                .results()
                .map(table -> of(cells(table.group(1)), table.group(2).lines().toList()))
                .toList();
    }

    private static MarkdownTable of(List<String> header, List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < Math.min(header.size(), cells.size()); column++) {
                row.put(header.get(column), cells.get(column));
            }
            rows.add(row);
        }
        return new MarkdownTable(header, rows);
    }

    /** What stands in backticks in the first column, row by row. */
    Stream<String> words() {
        return rows.stream().flatMap(row -> codes(row.getOrDefault(header.getFirst(), "")));
    }

    static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
