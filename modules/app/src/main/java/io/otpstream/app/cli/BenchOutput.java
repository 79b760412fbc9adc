package io.otpstream.app.cli;

import io.otpstream.app.bench.BenchReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every bench: where the figures go. */
final class BenchOutput {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too, as JSON.")
    private Optional<Path> json = Optional.empty();

    /** Says what a bench came to: a failure where something did not hold. */
    ExitCode tell(BenchReport report, PrintWriter out) throws IOException {
        report.violations().forEach(violation -> out.println("wrong: " + violation));
        out.println(report.text());
        if (json.isPresent()) {
            Files.writeString(json.get(), report.json() + System.lineSeparator());
        }
        return report.violations().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }
}
