package io.otpstream.app.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another otpstream process, on the JVM and the class path of this one. */
final class ChildProcess implements AutoCloseable {

    /** The most heap that each of them has. */
    static final int HEAP_MIB = 256;

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final CompletableFuture<MatchResult> ready;

    private ChildProcess(String name, Process process, CompletableFuture<MatchResult> ready) {
        this.name = name;
        this.process = process;
        this.ready = ready;
    }

    /**
     * Starts it.
     *
     * @param log where its standard error goes
     * @param ready the line of standard output that says so
     * @param environment beside that of this process
     */
    static ChildProcess start(
            String name, Path log, Pattern ready, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(javaCommand(), "-Xmx" + HEAP_MIB + "m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xm"))
                .forEach(command::add);
        // What is killed can't clean up behind itself.
        command.add("-Djava.io.tmpdir=" + log.toAbsolutePath().getParent());
        command.addAll(List.of("-cp", absoluteClassPath(), "io.otpstream.app.Main"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("OTPSTREAM_"));
        builder.environment().putAll(environment);
        try {
            Process process = Children.start(builder);
            CompletableFuture<MatchResult> found = new CompletableFuture<>();
            // Not a virtual one: reading a pipe holds on to its carrier, of which there may be no more than processors.
            Thread.ofPlatform().daemon().name("output of " + name).start(() -> read(process, ready, found));
            return new ChildProcess(name, process, found);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be started", e);
        }
    }

    /** The line that says that it is ready. */
    MatchResult awaitReady() throws InterruptedException {
        try {
            return ready.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(name + " has not become ready", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The most memory that it has had, in bytes; empty where the system doesn't say, and when it has ended. */
    OptionalLong residentPeakBytes() {
        return ProcStatus.of(process.pid()).map(ProcStatus::residentPeakBytes).orElse(OptionalLong.empty());
    }

    /** Kill −9; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Its exit code, when it ends by itself. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Told once, when it ends for whatever reason. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing can be done about a listener that fails
    void onEnd(Runnable listener) {
        process.onExit().thenRun(listener);
    }

    /** SIGTERM; the exit code, or −1 if it takes longer. */
    int terminate(Duration atMost) throws InterruptedException {
        process.destroy();
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void read(Process process, Pattern ready, CompletableFuture<MatchResult> found) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = ready.matcher(line);
                if (matcher.matches()) {
                    found.complete(matcher.toMatchResult());
                }
            }
            found.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            found.completeExceptionally(e);
        }
    }

    private static String javaCommand() {
        return ProcessHandle.current().info().command().orElseGet(() -> Path.of(
                        System.getProperty("java.home"), "bin", "java")
                .toString());
    }

    private static String absoluteClassPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElse("");
    }
}
