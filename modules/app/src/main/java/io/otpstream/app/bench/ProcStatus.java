package io.otpstream.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Linux tells of a process in {@code /proc/PID/status}. */
record ProcStatus(List<String> lines) {

    private static final Logger LOG = LoggerFactory.getLogger(ProcStatus.class);
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int KIB = 1024;

    ProcStatus {
        lines = List.copyOf(lines);
    }

    /** Empty on systems that have no such file, and when the process is gone. */
    static Optional<ProcStatus> of(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(file) ? Optional.of(new ProcStatus(Files.readAllLines(file))) : Optional.empty();
        } catch (IOException gone) {
            LOG.debug("{} can't be read", file, gone);
            return Optional.empty();
        }
    }

    /** The most memory that the process has had; a process that has ended has none. */
    OptionalLong residentPeakBytes() {
        return lines.stream()
                .map(PEAK::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)) * KIB)
                .findFirst();
    }
}
