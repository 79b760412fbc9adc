package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicDifference;
import io.otpstream.contract.topics.TopicDifference.ConfigValue;
import io.otpstream.contract.topics.TopicDifference.Missing;
import io.otpstream.contract.topics.TopicDifference.NotCopartitioned;
import io.otpstream.contract.topics.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsLookTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();

    private final TopicsLook look = new TopicsLook(CATALOGUE, "b:9092", Duration.ofSeconds(1));

    @Test
    void missingOnesAreNamedUnlessAllAre() {
        assertThat(look.finding(missing(CATALOGUE.specs().stream().map(TopicSpec::name)))
                        .sentence())
                .matches("all \\d+ are missing");
        assertThat(look.finding(missing(Stream.of("a", "b", "c", "d", "e"))).sentence())
                .isEqualTo("missing: a; b; c; and 2 more");
    }

    @Test
    void aSettingIsAWarningAndPartitionsThatDoNotFitAreWrong() {
        TopicDifference setting = new ConfigValue("a", "retention.ms", "1", "2");

        assertThat(look.finding(List.of(setting)).grade()).isEqualTo(Grade.WARN);
        assertThat(look.finding(List.of(setting, new NotCopartitioned("a", 6, "b", 3))))
                .satisfies(finding -> assertThat(finding.grade()).isEqualTo(Grade.WRONG))
                .satisfies(finding -> assertThat(finding.sentence()).contains("read together by key"));
        assertThat(look.finding(List.of()).grade()).isEqualTo(Grade.OK);
    }

    private static List<TopicDifference> missing(Stream<String> topics) {
        return topics.<TopicDifference>map(Missing::new).toList();
    }
}
