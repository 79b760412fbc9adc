package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README promises beside what {@link DemoProcessTest} compares. */
class ReadmeTest {

    private final Page readme = Page.read("README.md");

    @Test
    void everyPublicTopicIsListed() {
        List<String> names =
                Topics.all().stream().map(topic -> "| `" + topic.name() + "` |").toList();
        assertThat(readme.text()).contains(names);
    }
}
