package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of the command in this process. */
final class CommandRun {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StopSignal stop = new StopSignal(handler -> {}, code -> {}, PATIENCE);
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private CommandRun() {}

    /** Begins in a thread of its own. */
    static CommandRun start(String bootstrapServers, String... arguments) {
        return new CommandRun().begin(bootstrapServers, arguments);
    }

    /** Is told to stop before it begins, and waits for its end. */
    static CommandRun interrupted(String bootstrapServers, String... arguments) {
        CommandRun run = new CommandRun();
        run.interrupt();
        run.begin(bootstrapServers, arguments);
        run.exitCode();
        return run;
    }

    private CommandRun begin(String bootstrapServers, String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--bootstrap-servers", bootstrapServers))
                .toArray(String[]::new);
        CommandLine commandLine = new Cli(Map.of(), Path.of("/home/ada"), stop).commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        Thread thread = new Thread(() -> exitCode.complete(commandLine.execute(all)), "command");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Begins, and waits for its end. */
    static CommandRun of(String bootstrapServers, String... arguments) {
        CommandRun run = start(bootstrapServers, arguments);
        run.exitCode();
        return run;
    }

    int exitCode() {
        await().atMost(PATIENCE).until(exitCode::isDone);
        return exitCode.join();
    }

    CommandRun endsWith(ExitCode expected) {
        assertThat(exitCode()).as("%s%s", out, err).isEqualTo(expected.code());
        return this;
    }

    /** Waits until standard output holds the text. */
    CommandRun hasSaid(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(out.toString()).contains(text));
        return this;
    }

    /** Waits until standard error holds the text. */
    CommandRun hasHinted(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(err.toString()).contains(text));
        return this;
    }

    void interrupt() {
        stop.request();
    }

    List<String> out() {
        return out.toString().lines().toList();
    }

    List<String> err() {
        return err.toString().lines().toList();
    }
}
