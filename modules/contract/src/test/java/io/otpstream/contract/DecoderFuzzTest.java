package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No bytes make a decoder throw, and JSON is accepted by the decoder exactly if it is accepted by the schema. */
class DecoderFuzzTest {

    private static final byte[] KEY = "r-1".getBytes(StandardCharsets.UTF_8);
    private static final List<String> FIELDS = List.of(
            "platform_id",
            "country_ids",
            "max_price_idr",
            "timeout_seconds",
            "max_attempts",
            "start_before",
            "priority",
            "tenant",
            "labels",
            "type",
            "attempt",
            "other");

    private final TopicSchema requests = TopicSchema.of(Topics.REQUESTS);
    private final TopicSchema commands = TopicSchema.of(Topics.COMMANDS);

    @Property(tries = 2000)
    void anyBytes(@ForAll byte[] key, @ForAll byte[] value) {
        checkReason(RequestDecoder.decode(key, value));
        checkReason(CommandDecoder.decode(key, value));
    }

    @Property(tries = 2000)
    void anyJson(@ForAll("objects") String json) {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        Decoded<VerificationRequest> request = RequestDecoder.decode(KEY, value);
        Decoded<VerificationCommand> command = CommandDecoder.decode(KEY, value);

        checkReason(request);
        checkReason(command);
        assertThat(request instanceof Decoded.Valid).as(json).isEqualTo(requests.accepts(json));
        assertThat(command instanceof Decoded.Valid).as(json).isEqualTo(commands.accepts(json));
    }

    private static void checkReason(Decoded<?> decoded) {
        if (decoded instanceof Decoded.Malformed<?> malformed) {
            assertThat(malformed.reason()).isNotBlank().hasSizeLessThan(250);
        }
    }

    /** Objects that are often right, so that the rules behind the first one are reached too. */
    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> member =
                Combinators.combine(Arbitraries.of(FIELDS), values()).as((name, value) -> "\"" + name + "\":" + value);
        Arbitrary<List<String>> members = member.list()
                .uniqueElements(text -> text.substring(0, text.indexOf(':')))
                .ofMaxSize(6);
        return members.map(DecoderFuzzTest::withWhatIsRequired);
    }

    private static String withWhatIsRequired(List<String> members) {
        StringBuilder object = new StringBuilder("{").append(String.join(",", members));
        List.of("\"platform_id\":1", "\"country_ids\":[6]", "\"type\":\"withdraw\"")
                .forEach(member -> {
                    String name = member.substring(0, member.indexOf(':') + 1);
                    if (members.stream().noneMatch(each -> each.startsWith(name))) {
                        object.append(object.length() > 1 ? "," : "").append(member);
                    }
                });
        return object.append('}').toString();
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> scalars = Arbitraries.of(
                "null",
                "true",
                "0",
                "1",
                "-1",
                "2",
                "90",
                "90.0",
                "1.5",
                "1e1",
                "1e400",
                "2147483647",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808",
                "\"\"",
                "\"1\"",
                "\"batch\"",
                "\"interactive\"",
                "\"withdraw\"",
                "\"number_rejected\"",
                "\"2026-01-31T12:00:00Z\"",
                "\"2026-13-31T12:00:00Z\"",
                "\"\\u0000\"",
                "\"\\ud83d\\ude00\"",
                "{}");
        Arbitrary<String> lists = scalars.list().ofMaxSize(12).map(elements -> "[" + String.join(",", elements) + "]");
        return Arbitraries.frequencyOf(Tuple.of(3, scalars), Tuple.of(1, lists));
    }
}
