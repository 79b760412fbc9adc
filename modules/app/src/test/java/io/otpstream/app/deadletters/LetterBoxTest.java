package io.otpstream.app.deadletters;

import static io.otpstream.app.deadletters.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.DeadLetterHeaders;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class LetterBoxTest {

    private static final LetterFilter ANY = new LetterFilter(null, null, null);

    private final LetterBox box = new LetterBox();

    @Test
    void lettersAreShownOldestFirstAndWithoutTheirValues() {
        box.add(letter("1:9", "verification.requests", "no platform", "{\"secret\":1}"));
        box.add(letter("0:2", "otpstream.replies", "not a reply", null));

        List<DeadLetter> letters = box.letters(ANY);

        assertThat(DeadLetterText.table(letters, id -> id.partition() == 1))
                .containsExactly(
                        "ID   TIME                  FROM                        KEY  FIELD  REPLAYED  REASON",
                        "0:2  2026-03-01T10:00:02Z  otpstream.replies 3:70      r1   -      no        not a reply",
                        "1:9  2026-03-01T10:00:09Z  verification.requests 3:70  r1   -      yes       no platform");
        assertThat(DeadLetterText.jsonLine(letters.getFirst(), false))
                .isEqualTo("{\"id\":\"0:2\",\"partition\":0,\"offset\":2,\"at\":\"2026-03-01T10:00:02Z\","
                        + "\"from_topic\":\"otpstream.replies\",\"from_partition\":3,\"from_offset\":70,\"key\":\"r1\","
                        + "\"field\":null,\"reason\":\"not a reply\",\"has_value\":false,\"replayed\":false}");
    }

    @Test
    void lettersAreFoundByTopicReasonAndTime() {
        box.add(letter("0:1", "verification.requests", "No platform."));
        box.add(letter("0:2", "verification.commands", "no platform"));
        box.add(letter("0:3", "verification.requests", "no country"));
        box.add(letter("0:4", "verification.requests", "no platform"));

        assertThat(box.letters(new LetterFilter("verification.requests", "NO PLATFORM", Letters.T0.plusSeconds(2))))
                .extracting(DeadLetter::id)
                .containsExactly(new LetterId(0, 4));
        assertThat(box.letters(new LetterFilter("verification.commands", null, null)))
                .hasSize(1);
        assertThat(box.letters(ANY)).hasSize(4);
    }

    @Test
    void aMarkIsNoLetterAndTellsOfOne() {
        ConsumerRecord<byte[], byte[]> letter = letter("2:5", "verification.requests", "no platform");
        ProducerRecord<byte[], byte[]> mark = ReplayMark.behind(letter, "quarantine");
        box.add(letter);
        box.add(letter("2:6", "verification.requests", "no platform"));
        box.add(Letters.written(mark, 8));

        assertThat(mark.partition()).isEqualTo(2);
        assertThat(mark.value()).isNull();
        assertThat(DeadLetterHeaders.readFrom(mark.headers()))
                .as("what the contract promises of every record there")
                .isEqualTo(DeadLetterHeaders.readFrom(letter.headers()));
        assertThat(box.letters(ANY)).hasSize(2);
        assertThat(box.isPutBack(new LetterId(2, 5))).isTrue();
        assertThat(box.isPutBack(new LetterId(2, 6))).isFalse();
    }

    @Test
    void whatHasNoHeadersIsNoLetter() {
        ConsumerRecord<byte[], byte[]> strange = letter("0:1", "verification.requests", "no platform");
        DeadLetterHeaders.removeFrom(strange.headers());
        box.add(strange);

        assertThat(box.letters(ANY)).isEmpty();
    }
}
