package io.otpstream.app.local;

import io.otpstream.app.files.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that is gone after {@link #close}, with everything in it. */
record TemporaryDirectory(Path path) implements AutoCloseable {

    static TemporaryDirectory create() {
        try {
            return new TemporaryDirectory(Files.createTempDirectory("otpstream-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory could be made", e);
        }
    }

    @Override
    public void close() {
        try {
            Directories.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be deleted", e);
        }
    }
}
