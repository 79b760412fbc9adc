package io.otpstream.app.cli;

import io.otpstream.app.text.JsonLine;
import io.otpstream.domain.api.PublishedApi;
import picocli.CommandLine.Command;

/** {@code otpstream webhook test}. */
@Command(
        name = "test",
        description = {
            "Have the API push an event to try out the webhook, and say what the receiver answered.",
            "Ends with 1 unless that was 2xx. The API allows a few of these in a minute."
        },
        footer = {"", "Examples:", "  otpstream webhook test"})
public final class WebhookTestCommand extends WebhookSubcommand {

    @Override
    ExitCode execute(PublishedApi api) {
        int status = answer(api.testWebhook(PERMIT));
        boolean good = status / 100 == 2;
        out().println(
                        json()
                                ? JsonLine.empty()
                                        .with("receiver_status", status)
                                        .with("ok", good)
                                        .toString()
                                : "the receiver answered the API with " + status + hint(status));
        return good ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static String hint(int status) {
        return switch (status) {
            case 401 ->
                ": it knows another secret than the API; 'otpstream webhook set --secret-file' gives the API its own";
            case 404, 405 -> ": the path is not the receiver's; it takes POST /webhook";
            case 502, 503, 504 -> ": something before it, or Kafka behind it, doesn't answer";
            default -> status / 100 == 2 ? ": it takes what the API pushes" : "";
        };
    }
}
