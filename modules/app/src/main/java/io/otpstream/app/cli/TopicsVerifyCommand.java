package io.otpstream.app.cli;

import io.otpstream.app.text.JsonLine;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicDifference;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code otpstream topics verify}. */
@Command(
        name = "verify",
        description = {
            "Compare the broker's topics with what otpstream needs.",
            "Ends with 1 and prints a line for each difference if there is one."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream topics verify",
            "  otpstream topics verify --json     One object per difference: topic, difference."
        })
public final class TopicsVerifyCommand extends CatalogueSubcommand {

    @Override
    ExitCode execute(TopicAdmin topics, TopicCatalogue catalogue) {
        List<TopicDifference> differences = topics.verify(catalogue);
        differences.forEach(this::print);
        if (differences.isEmpty() && !json()) {
            out().println("all " + catalogue.specs().size() + " topics are as they should be");
        }
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }

    private void print(TopicDifference difference) {
        out().println(
                        json()
                                ? JsonLine.empty()
                                        .with("topic", difference.topic())
                                        .with("difference", difference.sentence())
                                : difference.sentence());
    }
}
