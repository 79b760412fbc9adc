package io.otpstream.app.cli;

import io.otpstream.app.topics.TopicOverview;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import picocli.CommandLine.Command;

/** {@code otpstream topics describe}. */
@Command(
        name = "describe",
        description = "Show the topics as the broker has them.",
        footer = {
            "",
            "Examples:",
            "  otpstream topics describe",
            "  otpstream topics describe --json     One object per topic, with its settings."
        })
public final class TopicsDescribeCommand extends CatalogueSubcommand {

    @Override
    ExitCode execute(TopicAdmin topics, TopicCatalogue catalogue) {
        TopicOverview overview = new TopicOverview(catalogue, topics.describe(catalogue));
        (json() ? overview.jsonLines() : overview.lines()).forEach(out()::println);
        return ExitCode.OK;
    }
}
