package io.otpstream.app.cli;

import io.otpstream.app.requests.FileFormat;
import io.otpstream.app.requests.RequestFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Requests from a file or from standard input. */
final class FileArguments {

    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Read requests from a .csv or .jsonl file, or from standard input (-).")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "WORD",
            converter = FormatWord.class,
            description = "csv or jsonl, where the name of the file doesn't say it.")
    private Optional<FileFormat> format = Optional.empty();

    @Option(names = "--skip-bad", description = "Send the good lines of a file that has bad ones.")
    private boolean skipBad;

    @Option(names = "--progress", description = "Show progress even if standard error is no terminal.")
    private boolean progress;

    boolean isGiven() {
        return file.isPresent();
    }

    boolean skipBad() {
        return skipBad;
    }

    boolean progress() {
        return progress;
    }

    /** Whether an option was given that means something only beside {@code --file}. */
    boolean isGivenWithoutFile() {
        return file.isEmpty() && (format.isPresent() || skipBad);
    }

    /**
     * Reads the file to its end.
     *
     * @throws IllegalArgumentException when the format isn't known
     */
    RequestFile read() {
        String name = file.orElseThrow();
        FileFormat known = format.or(() -> FileFormat.ofName(name))
                .orElseThrow(() -> new IllegalArgumentException("--format: expected csv or jsonl for " + name));
        try (InputStream in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
            return RequestFile.read(name.equals(STANDARD_INPUT) ? "standard input" : name, in, known);
        } catch (NoSuchFileException missing) {
            throw new CommandFailedException(ExitCode.USAGE, name + ": there is no such file", missing);
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    ExitCode.USAGE, name + ": can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The name of a format. */
    static final class FormatWord implements ITypeConverter<FileFormat> {
        @Override
        public FileFormat convert(String value) {
            return Arrays.stream(FileFormat.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected csv or jsonl"));
        }
    }
}
