package io.otpstream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "localhost", "LocalHost", "::1", "0:0:0:0:0:0:0:1"})
    void loopbackNeedsNoPassword(String host) {
        assertThat(new DashboardSettings(host, 0, Optional.empty()).isLoopback())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "otp.example.org", "127.0.0.1.example.org", "localhost.x", ""})
    void anyOtherAddressDoes(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DashboardSettings(host, 0, Optional.empty()))
                .withMessageContaining("while there is no password");
        assertThat(new DashboardSettings(host, 0, Optional.of(new Password("correct-horse"))).isLoopback())
                .isFalse();
    }

    @Test
    void aShortPasswordIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DashboardSettings("0.0.0.0", 0, Optional.of(new Password("hunter2"))))
                .withMessageNotContaining("hunter2");
    }
}
