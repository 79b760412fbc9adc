package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandDecoderTest {

    private final TopicSchema schema = TopicSchema.of(Topics.COMMANDS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WITHDRAW        |   | {"type":"withdraw"}
                    SMS_REQUESTED   |   | {"type":"sms_requested","attempt":null}
                    NUMBER_REJECTED | 2 | {"type":"number_rejected","attempt":2,"added_later":true}
                    RESEND          | 1 | {"type":"resend","attempt":1}
                    """)
    void readsCommands(CommandType type, Integer attempt, String json) {
        assertThat(decode(json)).isEqualTo(new Decoded.Valid<>("r-1", new VerificationCommand(type, attempt)));
        assertThat(schema.errors(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type    | {}
                    type    | {"type":null}
                    type    | {"type":"resend_everything"}
                    type    | {"type":"Withdraw"}
                    type    | {"type":["withdraw"]}
                    attempt | {"type":"withdraw","attempt":0}
                    attempt | {"type":"withdraw","attempt":"1"}
                    attempt | {"type":"withdraw","attempt":1.5}
                    attempt | {"type":"withdraw","attempt":2147483648}
                    """)
    void namesTheFieldAtFaultAndTheSchemaRefusesToo(String field, String json) {
        assertThat(decode(json)).isInstanceOfSatisfying(Decoded.Malformed.class, malformed -> {
            assertThat(malformed.usableRequestId()).isEqualTo("r-1");
            assertThat(malformed.field()).isEqualTo(field);
        });
        assertThat(schema.accepts(json)).isFalse();
    }

    private static Decoded<VerificationCommand> decode(String json) {
        return CommandDecoder.decode("r-1".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
    }
}
