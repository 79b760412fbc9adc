package io.otpstream.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = TextTable.withHeadings("NAME", ">COUNT", "NOTE");

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        table.row("a", "12345678", "");
        table.row("longer", "1", "x");

        assertThat(table.lines()).containsExactly("NAME       COUNT  NOTE", "a       12345678", "longer         1  x");
    }

    @Test
    void aRowHasACellForEachHeading() {
        assertThatThrownBy(() -> table.row("a")).hasMessage("expected 3 cells, but got 1");
    }
}
