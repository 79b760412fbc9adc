package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.control.OrderControls;
import io.otpstream.app.control.PausedOrders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;

/** {@code otpstream resume}. */
@Command(
        name = "resume",
        description = {
            "End what 'otpstream pause' began: requests that wait get their orders, as fast as the token's limit allows.",
            "Does nothing where nothing is paused."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream resume",
            "  otpstream resume --json     One object: application_id, paused, since, by, reason."
        })
public final class ResumeCommand extends ControlSubcommand {

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        String application = config.streams().applicationId();
        String who = by();
        PausedOrders orders = PausedOrders.read(cluster);
        if (orders.of(application).isPresent()) {
            new OrderControls(cluster, application).resume(who, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            orders = PausedOrders.read(cluster);
        }
        print(application, orders);
        return ExitCode.OK;
    }
}
