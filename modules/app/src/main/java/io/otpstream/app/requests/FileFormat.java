package io.otpstream.app.requests;

import java.util.Locale;
import java.util.Optional;

/** How requests are written in a file. */
public enum FileFormat {
    /** A line of column names, then a line per request. */
    CSV,
    /** A JSON object per line. */
    JSONL;

    /** The format that the end of a file's name stands for, if any. */
    public static Optional<FileFormat> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Optional.of(CSV);
        }
        boolean json = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        return json ? Optional.of(JSONL) : Optional.empty();
    }
}
