package io.otpstream.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a script learns from the end of a command. The numbers are public: they never change their meaning. */
public enum ExitCode {
    OK(0, "done; for a request: the code arrived"),
    FAILURE(1, "something failed"),
    USAGE(2, "wrong arguments or configuration"),
    NO_CODE(3, "the request ended without a code"),
    REJECTED(4, "the request was rejected and cost nothing"),
    WAIT_TIMED_OUT(5, "the answer did not come in time; the request may still get one");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** As the help lists them. */
    static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (ExitCode exitCode : values()) {
            descriptions.put(Integer.toString(exitCode.code), exitCode.meaning);
        }
        return descriptions;
    }
}
