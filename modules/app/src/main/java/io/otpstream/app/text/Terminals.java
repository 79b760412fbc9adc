package io.otpstream.app.text;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** Finds out who reads a stream of this process. */
public final class Terminals {

    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private Terminals() {}

    /** Whether a person sees what is written to standard output. */
    public static boolean isStandardOutput() {
        return isTerminal(STANDARD_OUTPUT);
    }

    /** Whether a person sees what is written to standard error. */
    public static boolean isStandardError() {
        return isTerminal(STANDARD_ERROR);
    }

    /** Java's console is about standard input too, and a progress bar is wanted while that is a file. */
    private static boolean isTerminal(int stream) {
        try {
            Process test = new ProcessBuilder("test", "-t", Integer.toString(stream))
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
            return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
