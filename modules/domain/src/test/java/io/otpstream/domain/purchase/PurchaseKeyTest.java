package io.otpstream.domain.purchase;

import static io.otpstream.domain.purchase.Buying.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PurchaseKeyTest {

    @Test
    void aKeyIsWhatTheApiTakesWhateverTheRequestIsCalled() {
        for (String requestId : List.of("r1", "a.b", "x".repeat(128), "söme/thing else", "")) {
            assertThat(key("otpstream", requestId, 1, 1)).matches("[A-Za-z0-9_-]{43}");
        }
    }

    /** Keys of rows that are stored may not change with the version. */
    @Test
    void aKeyStaysTheSame() {
        assertThat(key("otpstream", "r1", 1, 1)).isEqualTo("vqE7prMOrCEmxmeamPCXkgmZ0ppGshgck9H-b5zF3Zg");
    }

    @Test
    void whatDiffersHasAnotherKey() {
        assertThat(Stream.of(
                        key("otpstream", "r1", 1, 1),
                        key("otpstream", "r1", 1, 2),
                        key("otpstream", "r1", 2, 1),
                        key("otpstream", "r1", 11, 1),
                        key("otpstream", "r1", 1, 11),
                        key("otpstream", "r11", 1, 1),
                        key("otpstreamr", "1", 1, 1),
                        key("otpstrea", "mr1", 1, 1),
                        key("", "otpstreamr1", 1, 1)))
                .doesNotHaveDuplicates();
    }

    private static String key(String applicationId, String requestId, int attempt, int call) {
        return PurchaseKey.of(applicationId, member(requestId, attempt, call));
    }
}
