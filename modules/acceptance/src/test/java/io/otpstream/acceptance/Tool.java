package io.otpstream.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that tests need beside Java.
 *
 * @param debianPackage where it comes from
 * @param probe a command that ends with 0 exactly if it is there
 */
record Tool(String debianPackage, List<String> probe) {

    static final Tool KCAT = new Tool("kcat", List.of("kcat", "-V"));
    static final Tool CURL = new Tool("curl", List.of("curl", "--version"));
    static final Tool JQ = new Tool("jq", List.of("jq", "--version"));
    static final Tool NODE = new Tool("nodejs", List.of("node", "--version"));
    static final Tool NPM = new Tool("npm", List.of("npm", "--version"));
    static final Tool PYTHON_KAFKA = new Tool("python3-kafka", List.of("/usr/bin/python3", "-c", "import kafka"));
    static final Tool PYTHON_CONFLUENT_KAFKA =
            new Tool("python3-confluent-kafka", List.of("/usr/bin/python3", "-c", "import confluent_kafka"));

    /** Skips the test, and says so, where it isn't there. */
    void require() throws InterruptedException {
        assumeTrue(isThere(), "skipped: no " + debianPackage + " here (Debian: " + debianPackage + ")");
    }

    private boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(probe)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
