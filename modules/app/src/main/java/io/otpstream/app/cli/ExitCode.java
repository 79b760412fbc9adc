package io.otpstream.app.cli;

import io.otpstream.contract.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a script learns from the end of a command. The numbers are public: they never change their meaning. */
public enum ExitCode {
    OK(0, "done; for a request: the code arrived"),
    FAILURE(1, "something failed"),
    USAGE(2, "wrong arguments or configuration"),
    NO_CODE(3, "several requests ended without a code, in different ways"),
    REJECTED(4, "rejected: the request can't be served and cost nothing"),
    WAIT_TIMED_OUT(5, "the answer is not there yet; the request may still get one"),
    EXPIRED(10, "expired: the vendor ended the order, no text came"),
    CANCELLED(11, "cancelled: the vendor ended the order"),
    TIMED_OUT(12, "timed_out: no code came within --timeout"),
    WITHDRAWN(13, "withdrawn"),
    NO_STOCK(14, "no_stock: none of the countries has a number"),
    PRICE_ABOVE_LIMIT(15, "price_above_limit: numbers cost more than --max-price"),
    NUMBER_REJECTED(16, "number_rejected: the platform refused every number"),
    START_EXPIRED(17, "start_expired: no order could be placed before --start-before"),
    INTERRUPTED(130, "stopped by Ctrl-C before it was done (143: by SIGTERM)");

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

    /** How a request ended that got no code. */
    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
            case TIMED_OUT -> TIMED_OUT;
            case WITHDRAWN -> WITHDRAWN;
            case NO_STOCK -> NO_STOCK;
            case PRICE_ABOVE_LIMIT -> PRICE_ABOVE_LIMIT;
            case REJECTED -> REJECTED;
            case NUMBER_REJECTED -> NUMBER_REJECTED;
            case START_EXPIRED -> START_EXPIRED;
            case UNKNOWN -> NO_CODE;
        };
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
