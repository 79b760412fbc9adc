package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class RightTest {

    @Test
    void everyTopicOfTheCatalogueIsUsedAndNoOther() {
        assertThat(Right.OF_PIPELINE.stream().map(Right::topic).distinct())
                .containsExactlyInAnyOrderElementsOf(TopicCatalogue.load().specs().stream()
                        .map(TopicSpec::name)
                        .toList());
        assertThat(Right.OF_PIPELINE).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotPermittedIsNamedWithItsUseAndWhatPermitsIt() {
        assertThat(AclsLook.ofTopics(Map.of("verification.otp-results", Set.of(AclOperation.DESCRIBE))))
                .containsExactly(new AclsLook.Lack(
                        "may not WRITE verification.otp-results, where codes are delivered",
                        "--operation Write --topic verification.otp-results"));
        assertThat(AclsLook.ofTopics(Map.of("verification.otp-results", Set.of(AclOperation.WRITE))))
                .isEmpty();
    }

    @Test
    void aTopicOfWhichNothingIsKnownLacksNothing() {
        assertThat(AclsLook.ofTopics(Map.of())).isEmpty();
    }
}
