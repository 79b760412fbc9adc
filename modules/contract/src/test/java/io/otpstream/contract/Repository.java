package io.otpstream.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, by their paths from its root. Tests run in the folder of their module. */
public final class Repository {

    private static final Path ROOT = Path.of("../..");

    private Repository() {}

    /** A file's text. */
    public static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read", e);
        }
    }

    /** The names of what is in a folder, sorted. */
    public static List<String> list(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be listed", e);
        }
    }

    /** All pages of documentation, those of examples and deployment too. */
    public static List<String> pages() {
        return Stream.of("", "docs", "docs/decisions", "deploy", "examples")
                .flatMap(folder -> list(folder).stream()
                        .filter(name -> name.endsWith(".md"))
                        .map(name -> folder.isEmpty() ? name : folder + "/" + name))
                .toList();
    }
}
