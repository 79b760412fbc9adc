package io.otpstream.app;

import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import java.nio.file.Path;

/** Runs the {@code otpstream} command and ends the process with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        StopSignal stop = StopSignal.ofThisProcess();
        Cli cli = new Cli(System.getenv(), Path.of(System.getProperty("user.home")), stop);
        System.exit(cli.commandLine().execute(args));
    }
}
