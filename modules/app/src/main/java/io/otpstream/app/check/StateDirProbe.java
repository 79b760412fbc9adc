package io.otpstream.app.check;

import io.otpstream.app.config.ConfigKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the state stores can be where they should be. Makes nothing: a directory that isn't there yet is judged by the
 * one that it would be made in.
 *
 * @param stateDir absolute
 * @param enoughBytes of free disk, below which it is warned
 */
record StateDirProbe(Path stateDir, long enoughBytes) implements Probe {

    /** Stores are small, but RocksDB writes its logs and compactions beside them. */
    static final long ENOUGH_BYTES = 1L << 30;

    private static final double BYTES_PER_GB = 1e9;

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.STATE_DIR, CheckId.DISK);
    }

    @Override
    public List<Finding> look() throws IOException {
        Path existing = nearest(stateDir);
        if (existing == null) {
            return List.of(
                    wrong(stateDir + " can't be made: nothing on the way to it exists"),
                    Finding.skipped(CheckId.DISK, "there is no directory"));
        }
        return List.of(directory(existing), disk(existing));
    }

    private Finding directory(Path existing) {
        if (!Files.isDirectory(existing)) {
            return wrong(existing + " is no directory");
        }
        if (!Files.isWritable(existing)) {
            return wrong(existing + " can't be written by this user");
        }
        return Finding.ok(
                CheckId.STATE_DIR,
                existing.equals(stateDir) ? stateDir + " can be written" : stateDir + " will be made by 'run'");
    }

    private Finding disk(Path existing) throws IOException {
        long free = Files.getFileStore(existing).getUsableSpace();
        String sentence = String.format(Locale.ROOT, "%.1f GB are free at %s", free / BYTES_PER_GB, existing);
        return free >= enoughBytes
                ? Finding.ok(CheckId.DISK, sentence)
                : Finding.warn(
                        CheckId.DISK,
                        sentence,
                        "make room, or set " + ConfigKeys.STATE_DIR + " to where there is more");
    }

    private static Finding wrong(String sentence) {
        return Finding.wrong(
                CheckId.STATE_DIR,
                sentence,
                "set " + ConfigKeys.STATE_DIR
                        + " to a directory that this user can write, and that outlives a restart");
    }

    private static @Nullable Path nearest(Path path) {
        Path candidate = path;
        while (candidate != null && !Files.exists(candidate)) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
