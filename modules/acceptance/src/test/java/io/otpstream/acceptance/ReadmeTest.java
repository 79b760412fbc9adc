package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import io.otpstream.contract.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README says can be done as it stands there. {@link DemoProcessTest} compares what the demo prints. */
class ReadmeTest {

    private final Readme readme = Readme.read();

    @Test
    void theCommandTakesEveryLineThatIsShown() {
        assertThat(readme.commands()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(command -> {
            CommandLine cli = new Cli(Map.of(), Path.of("/home/ada"), StopSignal.ofThisProcess()).commandLine();
            assertThat(cli.parseArgs(command.split(" ", -1)).hasSubcommand()).isTrue();
        });
    }

    @Test
    void everyPublicTopicIsListed() {
        List<String> names =
                Topics.all().stream().map(topic -> "| `" + topic.name() + "` |").toList();
        assertThat(readme.text()).contains(names);
    }
}
