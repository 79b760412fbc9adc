package io.otpstream.acceptance;

import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a run of the command in this process came to. */
record CommandRun(int exitCode, List<String> out, List<String> err) {

    /** Returns when it has ended; the environment of the tests doesn't reach it. */
    static CommandRun of(Path home, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Cli(environment, home, StopSignal.ofThisProcess())
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }
}
