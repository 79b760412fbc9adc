package io.otpstream.app.config;

import java.util.List;

/** The configuration can't be used. No text of it repeats a value, since a secret may stand under any key. */
public final class InvalidConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Each one a sentence that names key, source and what is expected; a list that Java can serialize. */
    private final String[] problems;

    public InvalidConfigException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems.toArray(new String[0]);
    }

    /** Everything that is wrong, so that one run shows all of it. */
    public List<String> problems() {
        return List.of(problems);
    }
}
