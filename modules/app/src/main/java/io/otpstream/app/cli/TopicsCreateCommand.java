package io.otpstream.app.cli;

import io.otpstream.app.text.JsonLine;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicCreation;
import picocli.CommandLine.Command;

/** {@code otpstream topics create}. */
@Command(
        name = "create",
        description = {
            "Create the topics that are missing.",
            "Those that exist stay as they are. Replication factor and min.insync.replicas are the broker's defaults."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream topics create",
            "  otpstream topics create --json     One object: created, existing."
        })
public final class TopicsCreateCommand extends CatalogueSubcommand {

    @Override
    ExitCode execute(TopicAdmin topics, TopicCatalogue catalogue) {
        TopicCreation creation = topics.create(catalogue);
        if (json()) {
            out().println(JsonLine.empty().with("created", creation.created()).with("existing", creation.existing()));
        } else {
            creation.created().forEach(name -> out().println("created " + name));
            creation.existing().forEach(name -> out().println("exists  " + name));
        }
        return ExitCode.OK;
    }
}
