package io.otpstream.app.bench;

import io.otpstream.app.text.ProgressLine;
import java.io.PrintWriter;

/**
 * Tells how a bench is going. Safe for several threads.
 *
 * @param out for sentences
 * @param progress how far it is; stays the caller's
 */
public record Narration(PrintWriter out, ProgressLine progress) {

    /** Says something, at once. */
    void tell(String line) {
        progress.beside(() -> {
            out.println(line);
            out.flush();
        });
    }

    void step() {
        progress.step();
    }

    void stepTo(long steps) {
        progress.stepTo(steps);
    }
}
