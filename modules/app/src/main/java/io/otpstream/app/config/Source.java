package io.otpstream.app.config;

import java.nio.file.Path;

/** Where a value was given, in the words of an error message. */
public sealed interface Source {

    /** Such as {@code app.properties:12} or {@code flag --speed}. */
    String describe();

    /** Nobody gave a value. */
    record Default() implements Source {
        @Override
        public String describe() {
            return "default";
        }
    }

    /**
     * An entry of a properties file.
     *
     * @param line counted from 1
     */
    record PropertiesFile(Path file, int line) implements Source {
        @Override
        public String describe() {
            return file + ":" + line;
        }
    }

    /** A variable of the process. */
    record EnvironmentVariable(String name) implements Source {
        @Override
        public String describe() {
            return "environment variable " + name;
        }
    }

    /**
     * An option of the command line.
     *
     * @param name with its dashes
     */
    record Flag(String name) implements Source {
        @Override
        public String describe() {
            return "flag " + name;
        }
    }
}
