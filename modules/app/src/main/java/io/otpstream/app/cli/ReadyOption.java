package io.otpstream.app.cli;

import io.otpstream.app.text.JsonLine;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** How a command that runs until it is stopped says that it is ready. */
final class ReadyOption {

    @Option(names = "--json", description = "Say in JSON when it is ready, and where.")
    private boolean json;

    /** The addresses in one object, or lines for people. At once, for somebody waits for them. */
    void say(PrintWriter out, JsonLine object, List<String> lines) {
        if (json) {
            out.println(object);
        } else {
            lines.forEach(out::println);
        }
        out.flush();
    }
}
