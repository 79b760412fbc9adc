package io.otpstream.app.broker;

import io.otpstream.app.files.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one broker, held by a lock while the broker lives.
 *
 * <p>The lock is our own: two brokers on one directory would find out from Kafka only after it has begun to write.
 */
final class BrokerDirectory implements AutoCloseable {

    private final Path directory;
    private final boolean temporary;
    private final FileChannel lock;

    private BrokerDirectory(Path directory, boolean temporary, FileChannel lock) {
        this.directory = directory;
        this.temporary = temporary;
        this.lock = lock;
    }

    static BrokerDirectory open(Optional<Path> given) {
        try {
            Path directory = given.isPresent()
                    ? Files.createDirectories(given.get().toAbsolutePath())
                    : Files.createTempDirectory("otpstream-broker-");
            return new BrokerDirectory(directory, given.isEmpty(), lock(directory));
        } catch (IOException e) {
            throw new BrokerStartException("the data directory can't be used: " + e, e);
        }
    }

    /** Where Kafka keeps its records; it need not exist yet. */
    Path logDirectory() {
        return directory.resolve("kafka");
    }

    boolean isFormatted() {
        return Files.exists(logDirectory().resolve("meta.properties"));
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + directory + " can't be given back", e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new BrokerStartException("another broker uses the data directory " + directory, null);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
