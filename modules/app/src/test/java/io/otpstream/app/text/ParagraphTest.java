package io.otpstream.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

    @Test
    void linesAreAsFullAsTheyMayBe() {
        assertThat(Paragraph.wrapped("one two three four", 7)).containsExactly("one two", "three", "four");
        assertThat(Paragraph.wrapped("one two three four", 9)).containsExactly("one two", "three", "four");
        assertThat(Paragraph.wrapped("one two three four", 10)).containsExactly("one two", "three four");
    }

    @Test
    void aLongWordIsNotTornApart() {
        assertThat(Paragraph.wrapped("a incomprehensible b", 5)).containsExactly("a", "incomprehensible", "b");
    }

    @Test
    void textThatFitsStaysAsItIs() {
        assertThat(Paragraph.wrapped("one", 80)).containsExactly("one");
    }
}
