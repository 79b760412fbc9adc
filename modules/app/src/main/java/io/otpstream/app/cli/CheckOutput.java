package io.otpstream.app.cli;

import io.otpstream.app.check.Finding;
import io.otpstream.app.check.Grade;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PlainText;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

/** Findings on one screen for people, or a line each for programs. */
final class CheckOutput {

    private final PrintWriter out;
    private final boolean json;
    private final Map<Grade, Integer> counts = new EnumMap<>(Grade.class);

    CheckOutput(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** As soon as it is known, for others may take seconds more. */
    void print(Finding finding) {
        counts.merge(finding.grade(), 1, Integer::sum);
        if (json) {
            out.println(JsonLine.empty()
                    .with("check", finding.check().word())
                    .with("state", finding.grade().word())
                    .with("message", finding.sentence())
                    .with("mend", finding.mend().orElse(null)));
        } else {
            out.println("%-7s  %-12s  %s"
                    .formatted(finding.grade().word(), finding.check().word(), PlainText.of(finding.sentence())));
            finding.mend().ifPresent(mend -> out.println(" ".repeat(23) + "mend: " + PlainText.of(mend)));
        }
        out.flush();
    }

    /** The last line, and what the command ends with. */
    ExitCode end() {
        int wrong = counts.getOrDefault(Grade.WRONG, 0);
        if (!json) {
            out.println("%d ok, %d to look at, %d wrong, %d skipped"
                    .formatted(
                            counts.getOrDefault(Grade.OK, 0),
                            counts.getOrDefault(Grade.WARN, 0),
                            wrong,
                            counts.getOrDefault(Grade.SKIPPED, 0)));
        }
        return wrong == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }
}
