package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.control.OrderControls;
import io.otpstream.app.control.PausedOrders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream pause}. */
@Command(
        name = "pause",
        description = {
            "Pause new orders in all instances of the application.id, also in those that start later, until"
                    + " 'otpstream resume'. Requests wait, and their start_before goes on to count. Orders that exist are looked at,"
                    + " finished and cancelled as ever. What an instance is about to order may still leave, for a second at most."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream pause --reason \"the vendor has an outage\"",
            "  otpstream pause --status    Say whether they are paused, since when, by whom and why.",
            "  otpstream pause --json      One object: application_id, paused, since, by, reason."
        })
public final class PauseCommand extends ControlSubcommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, up to 200 characters: others will read it.")
    private @Nullable String reason;

    @Option(names = "--status", description = "Change nothing, and say how it is.")
    private boolean status;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        String application = config.streams().applicationId();
        if (!status) {
            String checkedReason = reason == null ? null : checked("--reason", reason);
            new OrderControls(cluster, application)
                    .pause(by(), checkedReason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        } else if (reason != null) {
            throw usageError("--reason: expected not to be given with --status");
        }
        print(application, PausedOrders.read(cluster));
        return ExitCode.OK;
    }
}
