package io.otpstream.app.cli;

import io.otpstream.app.bench.Children;
import io.otpstream.app.files.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A temporary directory for processes that this one starts. When Ctrl-C or SIGTERM ends this process, the others are
 * killed and the directory is deleted before it is gone. For one thread.
 */
final class Workplace {

    private final Path directory;
    private final Thread clearing = new Thread(this::clear, "otpstream-clearing");
    private volatile boolean ending;

    private Workplace(Path directory) {
        this.directory = directory;
    }

    static Workplace open(String name) throws IOException {
        Workplace workplace = new Workplace(Files.createTempDirectory("otpstream-" + name + "-"));
        Children.watch();
        Runtime.getRuntime().addShutdownHook(workplace.clearing);
        return workplace;
    }

    Path directory() {
        return directory;
    }

    /** From now on the directory stays, unless it is deleted. */
    void keep() throws InterruptedException {
        if (!ending) {
            try {
                Runtime.getRuntime().removeShutdownHook(clearing);
                return;
            } catch (IllegalStateException endingNow) {
                ending = true;
            }
        }
        // What the caller has met is that everything was taken away, which is nothing to tell anybody.
        new CountDownLatch(1).await();
    }

    void delete() throws IOException, InterruptedException {
        keep();
        Directories.delete(directory);
    }

    private void clear() {
        ending = true;
        Children.end();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " could not be deleted", e);
        }
    }
}
