package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDecoderTest {

    private static final String LEAST = "\"platform_id\":1,\"country_ids\":[6]";

    private final TopicSchema schema = TopicSchema.of(Topics.REQUESTS);

    @Test
    void fillsInTheDefaults() {
        assertThat(decode("{" + LEAST + "}")).isEqualTo(valid(VerificationRequest.of(1, 6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"max_price_idr\":null,\"timeout_seconds\":null,\"max_attempts\":null,\"start_before\":null",
                "\"priority\":null,\"tenant\":null,\"labels\":null",
                "\"platform\":null,\"countries\":null,\"operator\":null,\"routing\":null,\"hold_seconds\":null",
                "\"country_codes\":[\"ID\"],\"added_later\":{\"platform_id\":\"x\"}",
                "\"timeout_seconds\":90.0,\"max_attempts\":20e-1",
                "\"labels\":[]"
            })
    void takesNullForAbsentAndIgnoresWhatItDoesNotKnow(String more) {
        String json = "{" + LEAST + "," + more + "}";

        assertThat(decode(json)).isEqualTo(valid(VerificationRequest.of(1, 6)));
        assertThat(schema.errors(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    whatsapp | ID | {"platform":"whatsapp","countries":["ID"]}
                    whatsapp | ID | {"platform":"whatsapp","countries":["id"],"platform_id":null,"country_ids":null}
                    903      | 6  | {"platform":"903","countries":["6"]}
                    """)
    void readsCodesInAnyCaseAndIdsAsDigits(String platform, String country, String json) {
        assertThat(decode(json)).isEqualTo(valid(VerificationRequest.of(platform, country)));
        assertThat(schema.errors(json)).isEmpty();
    }

    @Test
    void takesIdsBesideCodes() {
        String json = "{\"platform_id\":1,\"countries\":[\"ID\"],\"operator\":\"51\"}";

        assertThat(decode(json)).isInstanceOfSatisfying(Decoded.Valid.class, valid -> assertThat(valid.value())
                .isInstanceOfSatisfying(VerificationRequest.class, request -> {
                    assertThat(request.platformId()).isEqualTo(1);
                    assertThat(request.countries()).containsExactly("ID");
                    assertThat(request.operator()).isEqualTo("51");
                }));
        assertThat(schema.errors(json)).isEmpty();
    }

    @Test
    void namesACountryThatIsListedTwiceInDifferentCases() {
        // JSON Schema can't compare without regard to case.
        assertThat(malformed(decode("{\"platform_id\":1,\"countries\":[\"ID\",\"id\"]}"))
                        .field())
                .isEqualTo("countries");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00+00:00,2026-01-31T12:00:00Z",
        "2026-01-31T19:00:00.250+07:00,2026-01-31T12:00:00.250Z"
    })
    void readsInstantsWithAnyOffset(String written, String meant) {
        String json = "{" + LEAST + ",\"start_before\":\"" + written + "\"}";

        assertThat(decode(json)).isEqualTo(valid(VerificationRequest.of(1, 6).withStartBefore(Instant.parse(meant))));
        assertThat(schema.errors(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    platform_id     | {"country_ids":[6]}
                    platform_id     | {"platform_id":null,"country_ids":[6]}
                    platform_id     | {"platform_id":"1","country_ids":[6]}
                    platform_id     | {"platform_id":0,"country_ids":[6]}
                    platform_id     | {"platform_id":1.5,"country_ids":[6]}
                    platform_id     | {"platform_id":2147483648,"country_ids":[6]}
                    platform_id     | {"platform_id":1e400,"country_ids":[6]}
                    platform_id     | {"platform_id":1e999999999,"country_ids":[6]}
                    platform_id     | {"platform_id":true,"country_ids":[6]}
                    country_ids     | {"platform_id":1}
                    country_ids     | {"platform_id":1,"country_ids":null}
                    country_ids     | {"platform_id":1,"country_ids":6}
                    country_ids     | {"platform_id":1,"country_ids":[]}
                    country_ids     | {"platform_id":1,"country_ids":["6"]}
                    country_ids     | {"platform_id":1,"country_ids":[6,0]}
                    country_ids     | {"platform_id":1,"country_ids":[6,null]}
                    country_ids     | {"platform_id":1,"country_ids":[6,7,6]}
                    country_ids     | {"platform_id":1,"country_ids":[6,4294967302]}
                    country_ids     | {"platform_id":1,"country_ids":[1,2,3,4,5,6,7,8,9,10,11]}
                    platform        | {"platform_id":1,"platform":"whatsapp","country_ids":[6]}
                    platform        | {"platform":1,"country_ids":[6]}
                    platform        | {"platform":"","country_ids":[6]}
                    platform        | {"platform":"0","country_ids":[6]}
                    platform        | {"platform":"09","country_ids":[6]}
                    platform        | {"platform":"a\\nb","country_ids":[6]}
                    countries       | {"platform_id":1,"country_ids":[6],"countries":["ID"]}
                    countries       | {"platform_id":1,"countries":"ID"}
                    countries       | {"platform_id":1,"countries":[]}
                    countries       | {"platform_id":1,"countries":["IDN"]}
                    countries       | {"platform_id":1,"countries":["ID","ID"]}
                    countries       | {"platform_id":1,"countries":["0"]}
                    countries       | {"platform_id":1,"countries":[6]}
                    countries       | {"platform_id":1,"countries":["ID",null]}
                    countries       | {"platform_id":1,"countries":["1","2","3","4","5","6","7","8","9","10","11"]}
                    operator        | {"platform_id":1,"country_ids":[6],"operator":51}
                    operator        | {"platform_id":1,"country_ids":[6],"operator":""}
                    operator        | {"platform_id":1,"country_ids":[6,7],"operator":"51"}
                    operator        | {"platform_id":1,"countries":["ID","MY"],"operator":"telkomsel"}
                    routing         | {"platform_id":1,"country_ids":[6],"routing":"fastest"}
                    routing         | {"platform_id":1,"country_ids":[6],"routing":1}
                    hold_seconds    | {"platform_id":1,"country_ids":[6],"hold_seconds":-1}
                    hold_seconds    | {"platform_id":1,"country_ids":[6],"hold_seconds":1201}
                    hold_seconds    | {"platform_id":1,"country_ids":[6],"hold_seconds":"60"}
                    max_price_idr   | {"platform_id":1,"country_ids":[6],"max_price_idr":0}
                    max_price_idr   | {"platform_id":1,"country_ids":[6],"max_price_idr":"20000"}
                    max_price_idr   | {"platform_id":1,"country_ids":[6],"max_price_idr":9223372036854775808}
                    timeout_seconds | {"platform_id":1,"country_ids":[6],"timeout_seconds":9}
                    timeout_seconds | {"platform_id":1,"country_ids":[6],"timeout_seconds":1201}
                    timeout_seconds | {"platform_id":1,"country_ids":[6],"timeout_seconds":90.5}
                    timeout_seconds | {"platform_id":1,"country_ids":[6],"timeout_seconds":"PT90S"}
                    max_attempts    | {"platform_id":1,"country_ids":[6],"max_attempts":0}
                    max_attempts    | {"platform_id":1,"country_ids":[6],"max_attempts":6}
                    start_before    | {"platform_id":1,"country_ids":[6],"start_before":1767225600}
                    start_before    | {"platform_id":1,"country_ids":[6],"start_before":"2026-01-31"}
                    start_before    | {"platform_id":1,"country_ids":[6],"start_before":"2026-01-31T12:00:00"}
                    start_before    | {"platform_id":1,"country_ids":[6],"start_before":"2026-02-31T12:00:00Z"}
                    start_before    | {"platform_id":1,"country_ids":[6],"start_before":"+12026-01-31T12:00:00Z"}
                    priority        | {"platform_id":1,"country_ids":[6],"priority":"urgent"}
                    priority        | {"platform_id":1,"country_ids":[6],"priority":"BATCH"}
                    priority        | {"platform_id":1,"country_ids":[6],"priority":1}
                    tenant          | {"platform_id":1,"country_ids":[6],"tenant":""}
                    tenant          | {"platform_id":1,"country_ids":[6],"tenant":7}
                    tenant          | {"platform_id":1,"country_ids":[6],"tenant":"a\\nb"}
                    tenant          | {"platform_id":1,"country_ids":[6],"tenant":"a\\n"}
                    labels          | {"platform_id":1,"country_ids":[6],"labels":"a"}
                    labels          | {"platform_id":1,"country_ids":[6],"labels":[""]}
                    labels          | {"platform_id":1,"country_ids":[6],"labels":[null]}
                    labels          | {"platform_id":1,"country_ids":[6],"labels":["1","2","3","4","5","6","7","8","9","0","1"]}
                    """)
    void namesTheFieldAtFaultAndTheSchemaRefusesToo(String field, String json) {
        Decoded.Malformed<VerificationRequest> malformed = malformed(decode(json));

        assertThat(malformed.usableRequestId()).isEqualTo("r-1");
        assertThat(malformed.field()).isEqualTo(field);
        assertThat(malformed.reason()).startsWith(field + " must be ").endsWith(".");
        assertThat(schema.accepts(json)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "7",
                "not json",
                "{",
                "{\"platform_id\":1,\"country_ids\":[6]",
                "{\"platform_id\":1,\"country_ids\":[6]} {}",
                "{'platform_id':1}",
                "{\"platform_id\":NaN,\"country_ids\":[6]}"
            })
    void refusesWhatIsNotOneObject(String value) {
        Decoded.Malformed<VerificationRequest> malformed = malformed(decode(value));

        assertThat(malformed.usableRequestId()).isEqualTo("r-1");
        assertThat(malformed.field()).isNull();
        assertThat(malformed.reason()).startsWith("the value must be a JSON object");
    }

    @Test
    void refusesAFieldThatIsGivenTwice() {
        // JSON Schema can't see this: most parsers silently take one of the two.
        assertThat(malformed(decode("{" + LEAST + ",\"platform_id\":2}")).field())
                .isEqualTo("platform_id");
    }

    @Test
    void refusesHalfASurrogatePair() {
        // It couldn't be echoed: UTF-8 has no bytes for it.
        assertThat(malformed(decode("{" + LEAST + ",\"labels\":[\"\\ud83d\"]}")).field())
                .isEqualTo("labels");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin1 = ("{" + LEAST + ",\"tenant\":\"r\u00e9gion\"}").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(malformed(RequestDecoder.decode(bytes("r-1"), latin1)).field())
                .isNull();
    }

    @Test
    void doesNotLookAtMoreThan64KiB() {
        String start = "{" + LEAST + ",\"x\":\"";
        String fits = start + "x".repeat(65_536 - start.length() - 2) + "\"}";

        assertThat(decode(fits)).isInstanceOf(Decoded.Valid.class);
        assertThat(malformed(decode(fits + " ")).reason()).contains("65536", "65537");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String longest = "\ud83d\ude00".repeat(64);

        assertThat(decode("{" + LEAST + ",\"tenant\":\"" + longest + "\"}")).isInstanceOf(Decoded.Valid.class);
        assertThat(schema.accepts("{" + LEAST + ",\"tenant\":\"" + longest + "\"}"))
                .isTrue();
        assertThat(malformed(decode("{" + LEAST + ",\"tenant\":\"" + longest + "x\"}"))
                        .field())
                .isEqualTo("tenant");
    }

    @Test
    void showsAtMost64CharactersOfAValue() {
        String reason = malformed(decode("{" + LEAST + ",\"tenant\":\"" + "x".repeat(500) + "\"}"))
                .reason();

        assertThat(reason)
                .isEqualTo("tenant must be a text of 1 to 64 printable characters, but is \"" + "x".repeat(62) + "….");
    }

    @Test
    void refusesAMissingValue() {
        assertThat(malformed(RequestDecoder.decode(bytes("r-1"), null)))
                .isEqualTo(new Decoded.Malformed<>(
                        "r-1", null, "the value must be a JSON object in UTF-8, but is empty."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "é", "\u0000"})
    void refusesAKeyThatIsNoRequestId(String key) {
        assertKeyIsRefused(bytes(key));
    }

    @Test
    void refusesAKeyThatIsMissingOrTooLong() {
        assertKeyIsRefused(null);
        assertKeyIsRefused(bytes("x".repeat(129)));
        assertThat(RequestDecoder.decode(bytes("x".repeat(128)), bytes("{" + LEAST + "}")))
                .isInstanceOf(Decoded.Valid.class);
    }

    private static void assertKeyIsRefused(byte @Nullable [] key) {
        Decoded.Malformed<VerificationRequest> malformed =
                malformed(RequestDecoder.decode(key, bytes("{" + LEAST + "}")));

        assertThat(malformed.usableRequestId()).isNull();
        assertThat(malformed.field()).isEqualTo("key");
        assertThat(malformed.reason()).startsWith("key must be ");
    }

    private static Decoded<VerificationRequest> decode(String value) {
        return RequestDecoder.decode(bytes("r-1"), bytes(value));
    }

    private static Decoded<VerificationRequest> valid(VerificationRequest request) {
        return new Decoded.Valid<>("r-1", request);
    }

    private static Decoded.Malformed<VerificationRequest> malformed(Decoded<VerificationRequest> decoded) {
        return switch (decoded) {
            case Decoded.Malformed<VerificationRequest> malformed -> malformed;
            case Decoded.Valid<VerificationRequest> valid -> throw new AssertionError("accepted " + valid);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
