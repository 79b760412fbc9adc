package io.otpstream.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationRequest;
import java.nio.file.Path;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written to the input topics: nothing is lost and nothing stops. */
class BadInputTest {

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = new PipelineFixture(stateDir);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aMalformedRequestIsADeadLetterAndIsAnswered() {
        byte[] value = bytes("{\"platform_id\": 1, \"country_ids\": []}");
        pipeline.rawRequest(bytes("r1"), value);
        TestRecord<byte[], byte[]> letter = pipeline.deadLetter();
        assertThat(letter.key()).isEqualTo(bytes("r1"));
        assertThat(letter.value()).isEqualTo(value);
        assertThat(DeadLetterHeaders.readFrom(letter.headers()))
                .hasValueSatisfying(why -> assertThat(why.topic()).isEqualTo("verification.requests"))
                .hasValueSatisfying(why -> assertThat(why.field()).isEqualTo("country_ids"));
        ExpiryResult result = pipeline.noCode("r1", Outcome.REJECTED);
        assertThat(result.field()).isEqualTo("country_ids");
        assertThat(result.platformId()).isNull();
    }

    @Test
    void aMalformedDuplicateIsNotAnsweredAgain() {
        pipeline.rawRequest(bytes("r1"), bytes("{}"));
        pipeline.deadLetter();
        pipeline.noCode("r1", Outcome.REJECTED);
        pipeline.rawRequest(bytes("r1"), bytes("{}"));
        pipeline.deadLetter();
        pipeline.nothingElse();
    }

    @Test
    void anUnusableKeyHasNobodyToAnswer() {
        pipeline.rawRequest(null, bytes("{}"));
        assertThat(pipeline.deadLetter().key()).isNull();
        pipeline.rawRequest(bytes("not a key"), bytes("{\"platform_id\": 1, \"country_ids\": [6]}"));
        pipeline.deadLetter();
    }

    @Test
    void aTombstoneIsNoRequest() {
        pipeline.rawRequest(bytes("r1"), null);
        assertThat(pipeline.deadLetter().value()).isNull();
        pipeline.noCode("r1", Outcome.REJECTED);
    }

    @Test
    void aMalformedCommandIsADeadLetter() {
        pipeline.rawCommand(bytes("r1"), bytes("{\"type\": \"pay\"}"));
        assertThat(DeadLetterHeaders.readFrom(pipeline.deadLetter().headers()))
                .hasValueSatisfying(why -> assertThat(why.field()).isEqualTo("type"));
    }

    @Test
    void anUnreadableReplyIsADeadLetterWithoutItsValue() {
        pipeline.rawReply(bytes("r1"), bytes("{\"version\": 99, \"code\": \"847291\"}"));
        TestRecord<byte[], byte[]> letter = pipeline.deadLetter();
        assertThat(letter.key()).isEqualTo(bytes("r1"));
        assertThat(letter.value()).isNull();
        assertThat(letter.headers().toString()).doesNotContain("847291");
    }

    @Test
    void noiseStopsNothing() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            switch (i % 3) {
                case 0 -> pipeline.rawRequest(noise, noise);
                case 1 -> pipeline.rawCommand(noise, noise);
                default -> pipeline.rawReply(noise, noise);
            }
            pipeline.deadLetter();
        }
        pipeline.nothingElse();
        pipeline.requested("r1", VerificationRequest.of(1, 99));
        pipeline.noCode("r1", Outcome.NO_STOCK);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
