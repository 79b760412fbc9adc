package io.otpstream.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** Test case 2 of RFC 4231. */
    @Test
    void itIsTheHmacThatTheStandardKnows() {
        WebhookSecret secret = WebhookSecret.of("Jefe");
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        String signature = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

        assertThat(Signature.format(secret.sign(body))).isEqualTo(signature);
        assertThat(Signature.parse(signature)).hasValueSatisfying(given -> assertThat(secret.signed(body, given))
                .isTrue());
    }

    @Test
    void aSecretIsHiddenAndHasALength() {
        assertThat(WebhookSecret.of("Jefe")).hasToString("WebhookSecret[hidden]");
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.of(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSecret.of("x".repeat(257)))
                .withMessageNotContaining("xx");
    }
}
