package io.otpstream.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter written = new StringWriter();
    private final PrintWriter writer = new PrintWriter(written, true);

    @Test
    void aTerminalSeesOneLineThatIsWrittenOverAndOver() {
        run(ProgressLine.inTerminal(writer, "sending", 4));

        assertThat(written.toString()).startsWith("\r").contains("4/4").containsOnlyOnce("\n");
        assertThat(written.toString()).doesNotContain("\u001b");
    }

    @Test
    void aLogSeesLinesOfPrintableCharacters() {
        run(ProgressLine.asLines(writer, "sending", 4));

        assertThat(written.toString().lines()).isNotEmpty().allMatch(line -> line.startsWith("sending"));
        assertThat(written.toString().chars()).noneMatch(c -> c != '\n' && c != '\r' && Character.isISOControl(c));
    }

    @Test
    void hiddenIsHidden() {
        run(ProgressLine.hidden());

        assertThat(written.toString()).isEmpty();
    }

    @Test
    void whatIsPrintedBesideABarHasALineOfItsOwn() {
        try (ProgressLine line = ProgressLine.inTerminal(writer, "sending", 4)) {
            line.stepTo(2);
            line.beside(() -> writer.print("told\n"));
        }

        assertThat(written.toString()).contains(" \rtold\n");
    }

    private static void run(ProgressLine line) {
        try (line) {
            for (int i = 0; i < 4; i++) {
                line.step();
            }
        }
    }
}
