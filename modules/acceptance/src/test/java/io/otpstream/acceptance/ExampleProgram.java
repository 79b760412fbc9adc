package io.otpstream.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The programs of {@code examples/} that ask for a code: the same arguments, the same output, the same exit codes. */
enum ExampleProgram {
    KCAT("kcat/verify.sh"),
    NODE("node/verify.mjs"),
    PYTHON("python/verify.py");

    static final Path EXAMPLES = Path.of(System.getProperty("otpstream.root"), "examples");

    private final String path;

    ExampleProgram(String path) {
        this.path = path;
    }

    /** Skips the test where something is missing that the program needs. */
    void requireTools() throws InterruptedException {
        for (Tool tool : tools()) {
            tool.require();
        }
    }

    /** What to call, with all that it needs installed. */
    Path install(Path directory) throws IOException, InterruptedException {
        return switch (this) {
            case KCAT, PYTHON -> EXAMPLES.resolve(path);
            case NODE ->
                NodePackage.install(EXAMPLES.resolve("node"), directory)
                        .folder()
                        .resolve("verify.mjs");
        };
    }

    private List<Tool> tools() {
        return switch (this) {
            case KCAT -> List.of(Tool.KCAT, Tool.JQ);
            case NODE -> List.of(Tool.NODE, Tool.NPM);
            case PYTHON -> List.of(Tool.PYTHON_KAFKA);
        };
    }

    /** The environment in which it finds Kafka, and leaves no files beside its sources. */
    static Map<String, String> environment(String bootstrapServers, int waitSeconds) {
        return Map.of(
                "OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "WAIT_SECONDS",
                Integer.toString(waitSeconds),
                "PYTHONDONTWRITEBYTECODE",
                "1");
    }
}
