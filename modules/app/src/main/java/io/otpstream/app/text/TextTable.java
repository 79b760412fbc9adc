package io.otpstream.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in columns that are as wide as their widest cell, two spaces apart, without lines around them. */
public final class TextTable {

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(boolean right) {}

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /** A table with these headings; one that begins with {@code >} has its cells at the right, as numbers are read. */
    public static TextTable withHeadings(String... headings) {
        List<Column> columns = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (String heading : headings) {
            boolean right = heading.startsWith(">");
            columns.add(new Column(right));
            titles.add(right ? heading.substring(1) : heading);
        }
        TextTable table = new TextTable(columns);
        table.rows.add(titles);
        return table;
    }

    /** Adds a row with one cell for each heading. */
    public void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("expected " + columns.size() + " cells, but got " + cells.length);
        }
        rows.add(List.of(cells));
    }

    /** The headings, then the rows, without spaces at the end. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).right() ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
